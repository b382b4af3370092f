using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Responses_JurisdictionId",
                table: "Responses");

            migrationBuilder.DropIndex(
                name: "IX_Responses_LetterId",
                table: "Responses");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_JurisdictionId_AnswersId_Form",
                table: "Responses",
                columns: new[] { "JurisdictionId", "AnswersId", "Form" });

            migrationBuilder.CreateIndex(
                name: "IX_Responses_LetterId_JurisdictionId_Form",
                table: "Responses",
                columns: new[] { "LetterId", "JurisdictionId", "Form" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_KnownBy",
                table: "Letters",
                column: "KnownBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Responses_JurisdictionId_AnswersId_Form",
                table: "Responses");

            migrationBuilder.DropIndex(
                name: "IX_Responses_LetterId_JurisdictionId_Form",
                table: "Responses");

            migrationBuilder.DropIndex(
                name: "IX_Letters_KnownBy",
                table: "Letters");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_JurisdictionId",
                table: "Responses",
                column: "JurisdictionId");

            migrationBuilder.CreateIndex(
                name: "IX_Responses_LetterId",
                table: "Responses",
                column: "LetterId");
        }
    }
}
