using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LargeRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_CampaignId_JurisdictionId",
                table: "Letters");

            migrationBuilder.AddColumn<int>(
                name: "CampaignId",
                table: "Copies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("""UPDATE "Copies" SET "CampaignId" = (SELECT "CampaignId" FROM "Letters" WHERE "Letters"."Id" = "Copies"."LetterId")""");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CampaignId_JurisdictionId_KnownBy_State",
                table: "Letters",
                columns: new[] { "CampaignId", "JurisdictionId", "KnownBy", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_CampaignId_JurisdictionId",
                table: "Copies",
                columns: new[] { "CampaignId", "JurisdictionId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_CampaignId_JurisdictionId_KnownBy_State",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Copies_CampaignId_JurisdictionId",
                table: "Copies");

            migrationBuilder.DropColumn(
                name: "CampaignId",
                table: "Copies");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CampaignId_JurisdictionId",
                table: "Letters",
                columns: new[] { "CampaignId", "JurisdictionId" });
        }
    }
}
