using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Notifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notifications_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Notifications_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_At",
                table: "Notifications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_Id",
                table: "Notifications",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TeamId",
                table: "Notifications",
                column: "TeamId");

            GuardAudit(migrationBuilder);
        }

        /// <summary>What of the audit may change: a person or a team may go from it, and a text may lose a name. No entry takes another's place.</summary>
        private static void GuardAudit(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_Audit_NoOther" BEFORE UPDATE OF "PersonId", "TeamId" ON "Audit"
                WHEN (NEW."PersonId" IS NOT NULL AND NEW."PersonId" IS NOT OLD."PersonId") OR (NEW."TeamId" IS NOT NULL AND NEW."TeamId" IS NOT OLD."TeamId")
                BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_Audit_OnlyRedacted" BEFORE UPDATE OF "Before", "After", "Key" ON "Audit"
                WHEN (NEW."Before" IS NOT OLD."Before" AND NEW."Before" NOT LIKE '%[somebody]%' AND NEW."Before" NOT LIKE '%forgotten%')
                    OR (NEW."After" IS NOT OLD."After" AND NEW."After" NOT LIKE '%[somebody]%' AND NEW."After" NOT LIKE '%forgotten%')
                    OR (NEW."Before" IS NULL AND OLD."Before" IS NOT NULL) OR (NEW."After" IS NULL AND OLD."After" IS NOT NULL)
                    OR (NEW."Key" IS NOT OLD."Key" AND NEW."Key" <> 'forgotten')
                BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "TR_Audit_NoReplace" BEFORE INSERT ON "Audit" WHEN EXISTS (SELECT 1 FROM "Audit" WHERE "Id" = NEW."Id")
                BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var trigger in new[] { "TR_Audit_NoOther", "TR_Audit_OnlyRedacted", "TR_Audit_NoReplace" })
                migrationBuilder.Sql($"DROP TRIGGER \"{trigger}\";");

            migrationBuilder.DropTable(
                name: "Notifications");
        }
    }
}
