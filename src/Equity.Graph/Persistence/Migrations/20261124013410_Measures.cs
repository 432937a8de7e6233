using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Measures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "Asks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ClosedFigures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Numerator = table.Column<double>(type: "REAL", nullable: true),
                    Denominator = table.Column<double>(type: "REAL", nullable: true),
                    Value = table.Column<double>(type: "REAL", nullable: true),
                    Revised = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosedFigures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClosedMonths",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClosedMonths", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Better = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    CountsPeople = table.Column<bool>(type: "INTEGER", nullable: false),
                    InequityId = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Measures_Inequities_InequityId",
                        column: x => x.InequityId,
                        principalTable: "Inequities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Measures_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MonthlyReleases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthlyReleases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StagesLeft",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagesLeft", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StagesLeft_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdeaMeasures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeIdeaId = table.Column<int>(type: "INTEGER", nullable: false),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdeaMeasures_ChangeIdeas_ChangeIdeaId",
                        column: x => x.ChangeIdeaId,
                        principalTable: "ChangeIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IdeaMeasures_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Strata",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Strata", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Strata_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Strata_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeasurePoints",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    StratumId = table.Column<int>(type: "INTEGER", nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Numerator = table.Column<double>(type: "REAL", nullable: false),
                    Denominator = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasurePoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasurePoints_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeasurePoints_Strata_StratumId",
                        column: x => x.StratumId,
                        principalTable: "Strata",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleasedPoints",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: false),
                    StratumId = table.Column<int>(type: "INTEGER", nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Numerator = table.Column<double>(type: "REAL", nullable: true),
                    Denominator = table.Column<double>(type: "REAL", nullable: true),
                    Revised = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleasedPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReleasedPoints_Measures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "Measures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReleasedPoints_Strata_StratumId",
                        column: x => x.StratumId,
                        principalTable: "Strata",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClosedFigures_Metric_Kind_Group_Month",
                table: "ClosedFigures",
                columns: new[] { "Metric", "Kind", "Group", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClosedMonths_Month",
                table: "ClosedMonths",
                column: "Month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaMeasures_ChangeIdeaId_MeasureId",
                table: "IdeaMeasures",
                columns: new[] { "ChangeIdeaId", "MeasureId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdeaMeasures_MeasureId",
                table: "IdeaMeasures",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurePoints_Everybody",
                table: "MeasurePoints",
                columns: new[] { "MeasureId", "Date" },
                unique: true,
                filter: "\"StratumId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurePoints_MeasureId_StratumId_Date",
                table: "MeasurePoints",
                columns: new[] { "MeasureId", "StratumId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasurePoints_StratumId",
                table: "MeasurePoints",
                column: "StratumId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_InequityId",
                table: "Measures",
                column: "InequityId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_TeamId_Key",
                table: "Measures",
                columns: new[] { "TeamId", "Key" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MonthlyReleases_Until",
                table: "MonthlyReleases",
                column: "Until",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReleasedPoints_Everybody",
                table: "ReleasedPoints",
                columns: new[] { "MeasureId", "Date" },
                unique: true,
                filter: "\"StratumId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReleasedPoints_MeasureId_StratumId_Date",
                table: "ReleasedPoints",
                columns: new[] { "MeasureId", "StratumId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReleasedPoints_StratumId",
                table: "ReleasedPoints",
                column: "StratumId");

            migrationBuilder.CreateIndex(
                name: "IX_StagesLeft_TeamId_Key",
                table: "StagesLeft",
                columns: new[] { "TeamId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Strata_MeasureId_Key",
                table: "Strata",
                columns: new[] { "MeasureId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Strata_TeamId",
                table: "Strata",
                column: "TeamId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClosedFigures");

            migrationBuilder.DropTable(
                name: "ClosedMonths");

            migrationBuilder.DropTable(
                name: "IdeaMeasures");

            migrationBuilder.DropTable(
                name: "MeasurePoints");

            migrationBuilder.DropTable(
                name: "MonthlyReleases");

            migrationBuilder.DropTable(
                name: "ReleasedPoints");

            migrationBuilder.DropTable(
                name: "StagesLeft");

            migrationBuilder.DropTable(
                name: "Strata");

            migrationBuilder.DropTable(
                name: "Measures");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Asks");
        }
    }
}
