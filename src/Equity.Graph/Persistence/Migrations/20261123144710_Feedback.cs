using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Feedback : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Ratings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    PeerId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    RatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Likeness_Inequity = table.Column<double>(type: "REAL", nullable: true),
                    Likeness_Population = table.Column<double>(type: "REAL", nullable: true),
                    Likeness_Profile = table.Column<double>(type: "REAL", nullable: true),
                    Likeness_Support = table.Column<double>(type: "REAL", nullable: true),
                    Likeness_Words = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ratings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ratings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Ratings_Teams_PeerId",
                        column: x => x.PeerId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Ratings_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Showings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    PeerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Likeness_Inequity = table.Column<double>(type: "REAL", nullable: true),
                    Likeness_Population = table.Column<double>(type: "REAL", nullable: true),
                    Likeness_Profile = table.Column<double>(type: "REAL", nullable: true),
                    Likeness_Support = table.Column<double>(type: "REAL", nullable: true),
                    Likeness_Words = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Showings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Showings_Teams_PeerId",
                        column: x => x.PeerId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Showings_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WeightsDecisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ByItself = table.Column<bool>(type: "INTEGER", nullable: false),
                    Inequity = table.Column<double>(type: "REAL", nullable: false),
                    Population = table.Column<double>(type: "REAL", nullable: false),
                    Support = table.Column<double>(type: "REAL", nullable: false),
                    Profile = table.Column<double>(type: "REAL", nullable: false),
                    Words = table.Column<double>(type: "REAL", nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    Teams = table.Column<int>(type: "INTEGER", nullable: false),
                    Gain = table.Column<double>(type: "REAL", nullable: false),
                    GainFrom = table.Column<double>(type: "REAL", nullable: false),
                    GainTo = table.Column<double>(type: "REAL", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeightsDecisions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_PeerId",
                table: "Ratings",
                column: "PeerId");

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_PersonId",
                table: "Ratings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_RatedAt",
                table: "Ratings",
                column: "RatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_TeamId_Key",
                table: "Ratings",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_TeamId_PeerId_PersonId",
                table: "Ratings",
                columns: new[] { "TeamId", "PeerId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Showings_Day",
                table: "Showings",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_Showings_PeerId",
                table: "Showings",
                column: "PeerId");

            migrationBuilder.CreateIndex(
                name: "IX_Showings_TeamId_PeerId_Day",
                table: "Showings",
                columns: new[] { "TeamId", "PeerId", "Day" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Ratings");

            migrationBuilder.DropTable(
                name: "Showings");

            migrationBuilder.DropTable(
                name: "WeightsDecisions");
        }
    }
}
