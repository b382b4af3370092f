using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Author = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false, collation: "BINARY"),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Records",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    SortTitle = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    SortDate = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    None = table.Column<string>(type: "TEXT", nullable: false),
                    NotApplicable = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Slug = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Shape = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ChangeId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => new { x.RecordId, x.Version });
                    table.ForeignKey(
                        name: "FK_Revisions_Changes_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "Changes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Sender = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    SentOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    AnnouncedOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Demand = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Threat = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ReplyDueOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Laws = table.Column<string>(type: "TEXT", nullable: false),
                    Grants = table.Column<string>(type: "TEXT", nullable: false),
                    RecipientsReported = table.Column<int>(type: "INTEGER", nullable: true),
                    RecipientsPrecision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Campaigns_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Jurisdictions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    OtherNames = table.Column<string>(type: "TEXT", nullable: false),
                    FoldedNames = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    OcdId = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Geoid = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jurisdictions", x => x.Id);
                    table.CheckConstraint("CK_Jurisdictions_Unknown", "\"Kind\" <> 'Unknown' OR (\"OcdId\" IS NULL AND \"Geoid\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Jurisdictions_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Folded = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => x.RecordId);
                    table.ForeignKey(
                        name: "FK_Passages_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "References",
                columns: table => new
                {
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_References", x => new { x.FromId, x.ToId });
                    table.ForeignKey(
                        name: "FK_References_Records_FromId",
                        column: x => x.FromId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_References_Records_ToId",
                        column: x => x.ToId,
                        principalTable: "Records",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    ShortName = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    PublishedOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Headline = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Url = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ArchivedUrl = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Paragraphs = table.Column<int>(type: "INTEGER", nullable: true),
                    TextSha256 = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Note = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sources_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Statements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Speaker = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Office = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Attribution = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    MadeOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Summary = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Statements", x => x.Id);
                    table.CheckConstraint("CK_Statements_Who", "(\"Speaker\" IS NULL) <> (\"Attribution\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Statements_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Successions",
                columns: table => new
                {
                    LaterId = table.Column<int>(type: "INTEGER", nullable: false),
                    EarlierId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Successions", x => new { x.LaterId, x.EarlierId });
                    table.ForeignKey(
                        name: "FK_Successions_Campaigns_EarlierId",
                        column: x => x.EarlierId,
                        principalTable: "Campaigns",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Successions_Campaigns_LaterId",
                        column: x => x.LaterId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Containments",
                columns: table => new
                {
                    InnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    OuterId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Containments", x => new { x.InnerId, x.OuterId });
                    table.ForeignKey(
                        name: "FK_Containments_Jurisdictions_InnerId",
                        column: x => x.InnerId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Containments_Jurisdictions_OuterId",
                        column: x => x.OuterId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Lawsuits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseName = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    PlaceReported = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    PlaceId = table.Column<int>(type: "INTEGER", nullable: true),
                    Court = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DocketNumber = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    DocketKey = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    FiledOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    StatusOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    AtStake = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lawsuits", x => x.Id);
                    table.CheckConstraint("CK_Lawsuits_Name", "\"CaseName\" IS NOT NULL OR \"PlaceReported\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_Lawsuits_Jurisdictions_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Lawsuits_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    JurisdictionId = table.Column<int>(type: "INTEGER", nullable: true),
                    RecipientLabel = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    State = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: true),
                    SentOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Subject = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Demand = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Threat = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    ReplyDueOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Addressee = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Signatory = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    AwardNumber = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    AwardHolder = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    KnownBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Closure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    ClosedOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                    table.CheckConstraint("CK_Letters_Closed", "\"ClosedOn\" IS NULL OR \"Closure\" IS NOT NULL");
                    table.CheckConstraint("CK_Letters_Recipient", "(\"JurisdictionId\" IS NULL) <> (\"RecipientLabel\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Letters_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Letters_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Letters_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NonReceipts",
                columns: table => new
                {
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    JurisdictionId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NonReceipts", x => new { x.CampaignId, x.Key });
                    table.ForeignKey(
                        name: "FK_NonReceipts_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NonReceipts_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Citations",
                columns: table => new
                {
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    SourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Paragraph = table.Column<int>(type: "INTEGER", nullable: true),
                    Page = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    AsReported = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Quotations = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Reasoning = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Bearing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Origin = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Citations", x => new { x.RecordId, x.Key });
                    table.CheckConstraint("CK_Citations_Place", "\"Paragraph\" IS NOT NULL OR \"Page\" IS NOT NULL");
                    table.CheckConstraint("CK_Citations_Reasoning", "(\"Basis\" = 'Inferred') = (\"Reasoning\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_Citations_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Citations_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "StatementSubjects",
                columns: table => new
                {
                    StatementId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementSubjects", x => new { x.StatementId, x.RecordId });
                    table.ForeignKey(
                        name: "FK_StatementSubjects_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_StatementSubjects_Statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LawsuitEvents",
                columns: table => new
                {
                    LawsuitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    HappenedOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Summary = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LawsuitEvents", x => new { x.LawsuitId, x.Key });
                    table.ForeignKey(
                        name: "FK_LawsuitEvents_Lawsuits_LawsuitId",
                        column: x => x.LawsuitId,
                        principalTable: "Lawsuits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LawsuitLinks",
                columns: table => new
                {
                    LawsuitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LawsuitLinks", x => new { x.LawsuitId, x.Key });
                    table.ForeignKey(
                        name: "FK_LawsuitLinks_Lawsuits_LawsuitId",
                        column: x => x.LawsuitId,
                        principalTable: "Lawsuits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LawsuitLinks_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Parties",
                columns: table => new
                {
                    LawsuitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    JurisdictionId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parties", x => new { x.LawsuitId, x.Key });
                    table.CheckConstraint("CK_Parties_Who", "(\"JurisdictionId\" IS NULL) <> (\"Name\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Parties_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Parties_Lawsuits_LawsuitId",
                        column: x => x.LawsuitId,
                        principalTable: "Lawsuits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RelatedCases",
                columns: table => new
                {
                    LawsuitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    OtherId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelatedCases", x => new { x.LawsuitId, x.Key });
                    table.ForeignKey(
                        name: "FK_RelatedCases_Lawsuits_LawsuitId",
                        column: x => x.LawsuitId,
                        principalTable: "Lawsuits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RelatedCases_Lawsuits_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Lawsuits",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Copies",
                columns: table => new
                {
                    LetterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Office = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    JurisdictionId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Copies", x => new { x.LetterId, x.Key });
                    table.CheckConstraint("CK_Copies_Who", "\"Person\" IS NOT NULL OR \"Office\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_Copies_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Copies_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Responses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    JurisdictionId = table.Column<int>(type: "INTEGER", nullable: true),
                    Association = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    Officials = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    AnswersId = table.Column<int>(type: "INTEGER", nullable: true),
                    LetterId = table.Column<int>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Kinds = table.Column<string>(type: "TEXT", nullable: false),
                    Occasion = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    MadeOn = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true, collation: "BINARY"),
                    Summary = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Responses", x => x.Id);
                    table.CheckConstraint("CK_Responses_Who", "(CASE WHEN \"JurisdictionId\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"Association\" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN \"Officials\" IS NULL THEN 0 ELSE 1 END) = 1");
                    table.ForeignKey(
                        name: "FK_Responses_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Responses_Jurisdictions_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdictions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Responses_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Responses_Records_AnswersId",
                        column: x => x.AnswersId,
                        principalTable: "Records",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Responses_Records_Id",
                        column: x => x.Id,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Speakers",
                columns: table => new
                {
                    ResponseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Office = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Speakers", x => new { x.ResponseId, x.Key });
                    table.ForeignKey(
                        name: "FK_Speakers_Responses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "Responses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Citations_SourceId_Paragraph",
                table: "Citations",
                columns: new[] { "SourceId", "Paragraph" });

            migrationBuilder.CreateIndex(
                name: "IX_Containments_OuterId",
                table: "Containments",
                column: "OuterId");

            migrationBuilder.CreateIndex(
                name: "IX_Copies_JurisdictionId",
                table: "Copies",
                column: "JurisdictionId");

            migrationBuilder.CreateIndex(
                name: "IX_Jurisdictions_Geoid",
                table: "Jurisdictions",
                column: "Geoid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Jurisdictions_OcdId",
                table: "Jurisdictions",
                column: "OcdId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Jurisdictions_State_Kind",
                table: "Jurisdictions",
                columns: new[] { "State", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_LawsuitLinks_RecordId",
                table: "LawsuitLinks",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Lawsuits_Court_DocketKey",
                table: "Lawsuits",
                columns: new[] { "Court", "DocketKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lawsuits_PlaceId",
                table: "Lawsuits",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CampaignId_JurisdictionId",
                table: "Letters",
                columns: new[] { "CampaignId", "JurisdictionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_JurisdictionId_CampaignId",
                table: "Letters",
                columns: new[] { "JurisdictionId", "CampaignId" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_SentOn_Id",
                table: "Letters",
                columns: new[] { "State", "SentOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NonReceipts_CampaignId_JurisdictionId",
                table: "NonReceipts",
                columns: new[] { "CampaignId", "JurisdictionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NonReceipts_JurisdictionId",
                table: "NonReceipts",
                column: "JurisdictionId");

            migrationBuilder.CreateIndex(
                name: "IX_Parties_JurisdictionId",
                table: "Parties",
                column: "JurisdictionId");

            migrationBuilder.CreateIndex(
                name: "IX_Records_Kind_Slug",
                table: "Records",
                columns: new[] { "Kind", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Records_Kind_SortDate_Id",
                table: "Records",
                columns: new[] { "Kind", "SortDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Records_Kind_SortTitle_Id",
                table: "Records",
                columns: new[] { "Kind", "SortTitle", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_References_ToId",
                table: "References",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_RelatedCases_OtherId",
                table: "RelatedCases",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_AnswersId",
                table: "Responses",
                column: "AnswersId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_CampaignId_JurisdictionId",
                table: "Responses",
                columns: new[] { "CampaignId", "JurisdictionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_JurisdictionId",
                table: "Responses",
                column: "JurisdictionId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_LetterId",
                table: "Responses",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_ChangeId",
                table: "Revisions",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_Kind_Slug_Version",
                table: "Revisions",
                columns: new[] { "Kind", "Slug", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statements_Side",
                table: "Statements",
                column: "Side");

            migrationBuilder.CreateIndex(
                name: "IX_StatementSubjects_RecordId",
                table: "StatementSubjects",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Successions_EarlierId",
                table: "Successions",
                column: "EarlierId");

            foreach (var table in new[] { "Changes", "Revisions" })
                foreach (var act in new[] { "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"""CREATE TRIGGER "{table}_refuse_{act}" BEFORE {act} ON "{table}" BEGIN SELECT RAISE(ABORT, 'The log is only ever added to.'); END;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Citations");

            migrationBuilder.DropTable(
                name: "Containments");

            migrationBuilder.DropTable(
                name: "Copies");

            migrationBuilder.DropTable(
                name: "LawsuitEvents");

            migrationBuilder.DropTable(
                name: "LawsuitLinks");

            migrationBuilder.DropTable(
                name: "NonReceipts");

            migrationBuilder.DropTable(
                name: "Parties");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropTable(
                name: "References");

            migrationBuilder.DropTable(
                name: "RelatedCases");

            migrationBuilder.DropTable(
                name: "Revisions");

            migrationBuilder.DropTable(
                name: "Speakers");

            migrationBuilder.DropTable(
                name: "StatementSubjects");

            migrationBuilder.DropTable(
                name: "Successions");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "Lawsuits");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Responses");

            migrationBuilder.DropTable(
                name: "Statements");

            migrationBuilder.DropTable(
                name: "Letters");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "Jurisdictions");

            migrationBuilder.DropTable(
                name: "Records");
        }
    }
}
