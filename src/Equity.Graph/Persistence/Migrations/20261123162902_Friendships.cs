using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Friendships : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FriendshipId",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Friendships",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Pair = table.Column<string>(type: "TEXT", maxLength: 21, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2002, nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Boundaries = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnswerBy = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NextCheckIn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedAbout = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Score = table.Column<double>(type: "REAL", nullable: true),
                    Match = table.Column<string>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Friendships", x => x.Id);
                    table.CheckConstraint("CK_Friendship_Sides", "\"FromId\" <> \"ToId\"");
                    table.CheckConstraint("CK_Friendship_WorkingDays", "\"WorkingDays\" IS NULL OR (\"WorkingDays\" >= 1 AND \"WorkingDays\" <= 20 AND \"WorkingDays\" / 1.0 = round(\"WorkingDays\" / 1.0))");
                    table.ForeignKey(
                        name: "FK_Friendships_Teams_FromId",
                        column: x => x.FromId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Friendships_Teams_ToId",
                        column: x => x.ToId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendshipId = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Met = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Helped = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NoteFor = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => x.Id);
                    table.CheckConstraint("CK_CheckIn_Helped", "\"Helped\" IS NULL OR (\"Helped\" >= 1 AND \"Helped\" <= 5 AND \"Helped\" / 1.0 = round(\"Helped\" / 1.0))");
                    table.ForeignKey(
                        name: "FK_CheckIns_Friendships_FriendshipId",
                        column: x => x.FriendshipId,
                        principalTable: "Friendships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CheckIns_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FriendContacts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendshipId = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    How = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FriendContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FriendContacts_Friendships_FriendshipId",
                        column: x => x.FriendshipId,
                        principalTable: "Friendships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FriendContacts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FriendContacts_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_FriendshipId",
                table: "Notifications",
                column: "FriendshipId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_FriendshipId_Key",
                table: "CheckIns",
                columns: new[] { "FriendshipId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_TeamId",
                table: "CheckIns",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_FriendContacts_FriendshipId_TeamId",
                table: "FriendContacts",
                columns: new[] { "FriendshipId", "TeamId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FriendContacts_PersonId",
                table: "FriendContacts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_FriendContacts_TeamId",
                table: "FriendContacts",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Friendships_FromId_ClosedAt",
                table: "Friendships",
                columns: new[] { "FromId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Friendships_Key",
                table: "Friendships",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Friendships_Pair",
                table: "Friendships",
                column: "Pair",
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Friendships_Status_AnswerBy",
                table: "Friendships",
                columns: new[] { "Status", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Friendships_Status_NextCheckIn",
                table: "Friendships",
                columns: new[] { "Status", "NextCheckIn" });

            migrationBuilder.CreateIndex(
                name: "IX_Friendships_ToId_ClosedAt",
                table: "Friendships",
                columns: new[] { "ToId", "ClosedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Notifications_Friendships_FriendshipId",
                table: "Notifications",
                column: "FriendshipId",
                principalTable: "Friendships",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Notifications_Friendships_FriendshipId",
                table: "Notifications");

            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "FriendContacts");

            migrationBuilder.DropTable(
                name: "Friendships");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_FriendshipId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "FriendshipId",
                table: "Notifications");
        }
    }
}
