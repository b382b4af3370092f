using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Sqlite
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Page = table.Column<int>(type: "INTEGER", nullable: false),
                    Names = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Words = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
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
                CREATE VIRTUAL TABLE "PagePassageIndex" USING fts5("Names", "Words", content='PagePassages', content_rowid='Id', tokenize='ascii', prefix='2 3');
                CREATE TRIGGER "PagePassageIndex_Insert" AFTER INSERT ON "PagePassages" BEGIN
                    INSERT INTO "PagePassageIndex" (rowid, "Names", "Words") VALUES (new."Id", new."Names", new."Words");
                END;
                CREATE TRIGGER "PagePassageIndex_Delete" AFTER DELETE ON "PagePassages" BEGIN
                    INSERT INTO "PagePassageIndex" ("PagePassageIndex", rowid, "Names", "Words") VALUES ('delete', old."Id", old."Names", old."Words");
                END;
                CREATE TRIGGER "PagePassageIndex_Update" AFTER UPDATE OF "Names", "Words" ON "PagePassages" BEGIN
                    INSERT INTO "PagePassageIndex" ("PagePassageIndex", rowid, "Names", "Words") VALUES ('delete', old."Id", old."Names", old."Words");
                    INSERT INTO "PagePassageIndex" (rowid, "Names", "Words") VALUES (new."Id", new."Names", new."Words");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "PagePassageIndex_Insert";
                DROP TRIGGER "PagePassageIndex_Delete";
                DROP TRIGGER "PagePassageIndex_Update";
                DROP TABLE "PagePassageIndex";
                """);

            migrationBuilder.DropTable(
                name: "PagePassages");
        }
    }
}
