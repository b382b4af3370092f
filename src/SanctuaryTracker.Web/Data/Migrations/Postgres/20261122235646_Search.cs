using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Postgres
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Names",
                table: "Passages",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            // The words are written when the database has been migrated, by Preparation.
            migrationBuilder.Sql("""
                UPDATE "Passages" SET "Words" = '';
                CREATE TABLE "Vocabulary" ("Word" text COLLATE "C" NOT NULL PRIMARY KEY);
                ALTER TABLE "Passages" ADD COLUMN "Index" tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple'::regconfig, "Names"), 'A') || to_tsvector('simple'::regconfig, "Words")) STORED;
                CREATE INDEX "IX_Passages_Index" ON "Passages" USING gin ("Index");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                ALTER TABLE "Passages" DROP COLUMN "Index";
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
