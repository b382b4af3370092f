using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AppendOnlyLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "Changes", "Revisions" })
                foreach (var act in new[] { "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"""CREATE TRIGGER "{table}_refuse_{act}" BEFORE {act} ON "{table}" BEGIN SELECT RAISE(ABORT, 'The log is only ever added to.'); END;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "Changes", "Revisions" })
                foreach (var act in new[] { "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"""DROP TRIGGER "{table}_refuse_{act}";""");
        }
    }
}
