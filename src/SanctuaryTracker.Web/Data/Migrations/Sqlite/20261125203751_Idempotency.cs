using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SanctuaryTracker.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Idempotency : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "IdempotencyKey",
                table: "Drafts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RequestHash",
                table: "Drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_AuthorId_IdempotencyKey",
                table: "Drafts",
                columns: new[] { "AuthorId", "IdempotencyKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_AuthorId_IdempotencyKey",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "IdempotencyKey",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "RequestHash",
                table: "Drafts");
        }
    }
}
