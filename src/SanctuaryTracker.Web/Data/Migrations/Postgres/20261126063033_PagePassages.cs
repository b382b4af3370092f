using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PagePassages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PagePassages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Page = table.Column<int>(type: "integer", nullable: false),
                    Names = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Words = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PagePassages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PagePassages_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PagePassages_RecordId",
                table: "PagePassages",
                column: "RecordId");

            migrationBuilder.Sql("""
                ALTER TABLE "PagePassages" ADD COLUMN "Index" tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple'::regconfig, "Names"), 'A') || to_tsvector('simple'::regconfig, "Words")) STORED;
                CREATE INDEX "IX_PagePassages_Index" ON "PagePassages" USING gin ("Index");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PagePassages");
        }
    }
}
