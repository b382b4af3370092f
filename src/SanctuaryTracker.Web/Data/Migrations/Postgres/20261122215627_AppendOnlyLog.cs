using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AppendOnlyLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""CREATE FUNCTION refuse_log_edit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The log is only ever added to.'; END $$;""");
            foreach (var table in new[] { "Changes", "Revisions" })
                migrationBuilder.Sql($"""CREATE TRIGGER "{table}_refuse_edit" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_edit();""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "Changes", "Revisions" })
                migrationBuilder.Sql($"""DROP TRIGGER "{table}_refuse_edit" ON "{table}";""");
            migrationBuilder.Sql("DROP FUNCTION refuse_log_edit();");
        }
    }
}
