using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Membership : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Teams_Key",
                table: "Teams");

            migrationBuilder.DropIndex(
                name: "IX_Offers_TeamId_Key",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Learning_TeamId_Key",
                table: "Learning");

            migrationBuilder.DropIndex(
                name: "IX_Inequities_TeamId_Key",
                table: "Inequities");

            migrationBuilder.DropIndex(
                name: "IX_Asks_TeamId_Key",
                table: "Asks");

            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedAt",
                table: "Teams",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "Teams",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PersonId",
                table: "TeamMembers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "Offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "Learning",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "Inequities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "Asks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Through = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: true),
                    ProgrammeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Audit_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Audit_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "StoredAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    BodyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", nullable: true),
                    Body = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoredAnswers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AppliedMutation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StoredAnswerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppliedMutation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppliedMutation_StoredAnswers_StoredAnswerId",
                        column: x => x.StoredAnswerId,
                        principalTable: "StoredAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Teams_DeletedAt",
                table: "Teams",
                column: "DeletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Key",
                table: "Teams",
                column: "Key",
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_PersonId",
                table: "TeamMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_TeamId_Key",
                table: "Offers",
                columns: new[] { "TeamId", "Key" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_TeamId_Key",
                table: "Learning",
                columns: new[] { "TeamId", "Key" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_TeamId_Key",
                table: "Inequities",
                columns: new[] { "TeamId", "Key" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_TeamId_Key",
                table: "Asks",
                columns: new[] { "TeamId", "Key" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AppliedMutation_StoredAnswerId_Path",
                table: "AppliedMutation",
                columns: new[] { "StoredAnswerId", "Path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Kind_Action_Id",
                table: "Audit",
                columns: new[] { "Kind", "Action", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_PersonId",
                table: "Audit",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ProgrammeId_Id",
                table: "Audit",
                columns: new[] { "ProgrammeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_TeamId_Id",
                table: "Audit",
                columns: new[] { "TeamId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_People_Issuer_Subject",
                table: "People",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoredAnswers_PersonId_Key",
                table: "StoredAnswers",
                columns: new[] { "PersonId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoredAnswers_StartedAt",
                table: "StoredAnswers",
                column: "StartedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_TeamMembers_People_PersonId",
                table: "TeamMembers",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            // The audit is only ever added to. What may change: the person and team behind an entry go, and texts of a forgotten person are redacted; digests stay.
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_Audit_NoDelete" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_Audit_NoUpdate" BEFORE UPDATE OF "Id", "At", "Through", "ProgrammeId", "Action", "Kind", "Digest" ON "Audit"
                BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_TeamMembers_People_PersonId",
                table: "TeamMembers");

            migrationBuilder.DropTable(
                name: "AppliedMutation");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "StoredAnswers");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropIndex(
                name: "IX_Teams_DeletedAt",
                table: "Teams");

            migrationBuilder.DropIndex(
                name: "IX_Teams_Key",
                table: "Teams");

            migrationBuilder.DropIndex(
                name: "IX_TeamMembers_PersonId",
                table: "TeamMembers");

            migrationBuilder.DropIndex(
                name: "IX_Offers_TeamId_Key",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Learning_TeamId_Key",
                table: "Learning");

            migrationBuilder.DropIndex(
                name: "IX_Inequities_TeamId_Key",
                table: "Inequities");

            migrationBuilder.DropIndex(
                name: "IX_Asks_TeamId_Key",
                table: "Asks");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "Teams");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "TeamMembers");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "Learning");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "Inequities");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "Asks");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Key",
                table: "Teams",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_TeamId_Key",
                table: "Offers",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Learning_TeamId_Key",
                table: "Learning",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_TeamId_Key",
                table: "Inequities",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Asks_TeamId_Key",
                table: "Asks",
                columns: new[] { "TeamId", "Key" },
                unique: true);
        }
    }
}
