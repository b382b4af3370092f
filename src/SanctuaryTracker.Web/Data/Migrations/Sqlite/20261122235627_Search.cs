using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Folded",
                table: "Passages",
                newName: "Words");

            migrationBuilder.AddColumn<int>(
                name: "Edition",
                table: "Passages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Names",
                table: "Passages",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                collation: "BINARY");

            // The words are written when the database has been migrated, by Preparation.
            migrationBuilder.Sql("""
                UPDATE "Passages" SET "Words" = '';
                CREATE TABLE "Vocabulary" ("Word" TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
                CREATE VIRTUAL TABLE "PassageIndex" USING fts5("Names", "Words", content='Passages', content_rowid='RecordId', tokenize='ascii', prefix='2 3');
                INSERT INTO "PassageIndex" ("PassageIndex") VALUES ('rebuild');
                CREATE TRIGGER "PassageIndex_Insert" AFTER INSERT ON "Passages" BEGIN
                    INSERT INTO "PassageIndex" (rowid, "Names", "Words") VALUES (new."RecordId", new."Names", new."Words");
                END;
                CREATE TRIGGER "PassageIndex_Delete" AFTER DELETE ON "Passages" BEGIN
                    INSERT INTO "PassageIndex" ("PassageIndex", rowid, "Names", "Words") VALUES ('delete', old."RecordId", old."Names", old."Words");
                END;
                CREATE TRIGGER "PassageIndex_Update" AFTER UPDATE OF "Names", "Words" ON "Passages" BEGIN
                    INSERT INTO "PassageIndex" ("PassageIndex", rowid, "Names", "Words") VALUES ('delete', old."RecordId", old."Names", old."Words");
                    INSERT INTO "PassageIndex" (rowid, "Names", "Words") VALUES (new."RecordId", new."Names", new."Words");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "PassageIndex_Insert";
                DROP TRIGGER "PassageIndex_Delete";
                DROP TRIGGER "PassageIndex_Update";
                DROP TABLE "PassageIndex";
                DROP TABLE "Vocabulary";
                """);

            migrationBuilder.DropColumn(
                name: "Edition",
                table: "Passages");

            migrationBuilder.DropColumn(
                name: "Names",
                table: "Passages");

            migrationBuilder.RenameColumn(
                name: "Words",
                table: "Passages",
                newName: "Folded");
        }
    }
}
