using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Postgres
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
                    Id = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Records",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SortTitle = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SortDate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    None = table.Column<List<string>>(type: "text[]", nullable: false),
                    NotApplicable = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoleId = table.Column<string>(type: "text", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<string>(type: "text", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
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
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<string>(type: "text", nullable: false)
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
                    UserId = table.Column<string>(type: "text", nullable: false),
                    RoleId = table.Column<string>(type: "text", nullable: false)
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
                    UserId = table.Column<string>(type: "text", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
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
                    RecordId = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Shape = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ChangeId = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sender = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SentOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    AnnouncedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Demand = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Threat = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReplyDueOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Laws = table.Column<List<string>>(type: "text[]", nullable: false),
                    Grants = table.Column<List<string>>(type: "text[]", nullable: false),
                    RecipientsReported = table.Column<int>(type: "integer", nullable: true),
                    RecipientsPrecision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C")
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OtherNames = table.Column<List<string>>(type: "text[]", nullable: false),
                    FoldedNames = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OcdId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Geoid = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true)
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
                    RecordId = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Folded = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    FromId = table.Column<int>(type: "integer", nullable: false),
                    ToId = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Publisher = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ShortName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    PublishedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Headline = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ArchivedUrl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Paragraphs = table.Column<int>(type: "integer", nullable: true),
                    TextSha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Headline = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Speaker = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Office = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Attribution = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MadeOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    LaterId = table.Column<int>(type: "integer", nullable: false),
                    EarlierId = table.Column<int>(type: "integer", nullable: false)
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
                    InnerId = table.Column<int>(type: "integer", nullable: false),
                    OuterId = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    CaseName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PlaceReported = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PlaceId = table.Column<int>(type: "integer", nullable: true),
                    Court = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DocketNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DocketKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FiledOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    StatusOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    AtStake = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    JurisdictionId = table.Column<int>(type: "integer", nullable: true),
                    RecipientLabel = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CampaignId = table.Column<int>(type: "integer", nullable: true),
                    SentOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Demand = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Threat = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReplyDueOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Addressee = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Signatory = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AwardNumber = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AwardHolder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    KnownBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Closure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    ClosedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C")
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
                    CampaignId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    JurisdictionId = table.Column<int>(type: "integer", nullable: false)
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
                    RecordId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SourceId = table.Column<int>(type: "integer", nullable: false),
                    Paragraph = table.Column<int>(type: "integer", nullable: true),
                    Page = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AsReported = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Quotations = table.Column<List<string>>(type: "text[]", nullable: false),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Reasoning = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Bearing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Origin = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    StatementId = table.Column<int>(type: "integer", nullable: false),
                    RecordId = table.Column<int>(type: "integer", nullable: false)
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
                    LawsuitId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    HappenedOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    LawsuitId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    RecordId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
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
                    LawsuitId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    JurisdictionId = table.Column<int>(type: "integer", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
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
                    LawsuitId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    OtherId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
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
                    LetterId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Person = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Office = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    JurisdictionId = table.Column<int>(type: "integer", nullable: true)
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Headline = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    JurisdictionId = table.Column<int>(type: "integer", nullable: true),
                    Association = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Officials = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AnswersId = table.Column<int>(type: "integer", nullable: true),
                    LetterId = table.Column<int>(type: "integer", nullable: true),
                    CampaignId = table.Column<int>(type: "integer", nullable: true),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    Occasion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MadeOn = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    ResponseId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Office = table.Column<string>(type: "text", nullable: true, collation: "C")
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

            migrationBuilder.Sql("""CREATE FUNCTION refuse_log_edit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The log is only ever added to.'; END $$;""");
            foreach (var table in new[] { "Changes", "Revisions" })
                migrationBuilder.Sql($"""CREATE TRIGGER "{table}_refuse_edit" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_edit();""");
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

            migrationBuilder.Sql("DROP FUNCTION refuse_log_edit();");
        }
    }
}
