using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Events : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EventId",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProgrammeId = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NameFolded = table.Column<string>(type: "TEXT", nullable: false),
                    PlaceFolded = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                    table.CheckConstraint("CK_Event_Capacity", "\"Capacity\" IS NULL OR (\"Capacity\" >= 1 AND \"Capacity\" <= 300 AND \"Capacity\" / 1.0 = round(\"Capacity\" / 1.0))");
                    table.ForeignKey(
                        name: "FK_Events_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Events_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attendance",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Waits = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendance", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attendance_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Attendance_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorldCafes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ReplacesId = table.Column<int>(type: "INTEGER", nullable: true),
                    LeastAtATable = table.Column<int>(type: "INTEGER", nullable: false),
                    MostAtATable = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    Meetings = table.Column<int>(type: "INTEGER", nullable: false),
                    RepeatedMeetings = table.Column<int>(type: "INTEGER", nullable: false),
                    UnavoidableRepeats = table.Column<int>(type: "INTEGER", nullable: false),
                    NewMeetings = table.Column<int>(type: "INTEGER", nullable: false),
                    StaysAtATable = table.Column<int>(type: "INTEGER", nullable: false),
                    TablesWithoutAStepAhead = table.Column<int>(type: "INTEGER", nullable: false),
                    TablesOfOneDimension = table.Column<int>(type: "INTEGER", nullable: false),
                    TotalScore = table.Column<double>(type: "REAL", nullable: false),
                    UpperBound = table.Column<double>(type: "REAL", nullable: false),
                    TeamsMoved = table.Column<int>(type: "INTEGER", nullable: false),
                    SeatsMoved = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OverAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorldCafes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorldCafes_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WorldCafes_WorldCafes_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "WorldCafes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "CafeRounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WorldCafeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CafeRounds", x => x.Id);
                    table.CheckConstraint("CK_CafeRound_Minutes", "\"Minutes\" IS NULL OR (\"Minutes\" >= 5 AND \"Minutes\" <= 120 AND \"Minutes\" / 1.0 = round(\"Minutes\" / 1.0))");
                    table.ForeignKey(
                        name: "FK_CafeRounds_WorldCafes_WorldCafeId",
                        column: x => x.WorldCafeId,
                        principalTable: "WorldCafes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CafeSeats",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CafeRoundId = table.Column<int>(type: "INTEGER", nullable: false),
                    Table = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Hosts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CafeSeats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CafeSeats_CafeRounds_CafeRoundId",
                        column: x => x.CafeRoundId,
                        principalTable: "CafeRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CafeSeats_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_EventId",
                table: "Notifications",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_EventId_TeamId",
                table: "Attendance",
                columns: new[] { "EventId", "TeamId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attendance_TeamId",
                table: "Attendance",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_CafeRounds_Key",
                table: "CafeRounds",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CafeRounds_WorldCafeId_Number",
                table: "CafeRounds",
                columns: new[] { "WorldCafeId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_CafeSeats_CafeRoundId_TeamId",
                table: "CafeSeats",
                columns: new[] { "CafeRoundId", "TeamId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CafeSeats_TeamId",
                table: "CafeSeats",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_CancelledAt",
                table: "Events",
                column: "CancelledAt");

            migrationBuilder.CreateIndex(
                name: "IX_Events_CreatedAt",
                table: "Events",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Events_DeletedAt",
                table: "Events",
                column: "DeletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Events_EndsAt",
                table: "Events",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Events_Key",
                table: "Events",
                column: "Key",
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_NameFolded",
                table: "Events",
                column: "NameFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Events_PersonId",
                table: "Events",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_PlaceFolded",
                table: "Events",
                column: "PlaceFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ProgrammeId",
                table: "Events",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_PublishedAt",
                table: "Events",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Events_StartsAt",
                table: "Events",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Events_UpdatedAt",
                table: "Events",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WorldCafes_EventId_Status",
                table: "WorldCafes",
                columns: new[] { "EventId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_WorldCafes_InUse",
                table: "WorldCafes",
                column: "EventId",
                unique: true,
                filter: "\"Status\" <> 'Planned'");

            migrationBuilder.CreateIndex(
                name: "IX_WorldCafes_Key",
                table: "WorldCafes",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorldCafes_ReplacesId",
                table: "WorldCafes",
                column: "ReplacesId");

            migrationBuilder.AddForeignKey(
                name: "FK_Notifications_Events_EventId",
                table: "Notifications",
                column: "EventId",
                principalTable: "Events",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Notifications_Events_EventId",
                table: "Notifications");

            migrationBuilder.DropTable(
                name: "Attendance");

            migrationBuilder.DropTable(
                name: "CafeSeats");

            migrationBuilder.DropTable(
                name: "CafeRounds");

            migrationBuilder.DropTable(
                name: "WorldCafes");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_EventId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "EventId",
                table: "Notifications");
        }
    }
}
