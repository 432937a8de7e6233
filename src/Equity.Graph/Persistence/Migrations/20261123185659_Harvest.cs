using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Harvest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PanelQuestionId",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HeardAtEventId",
                table: "Learning",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HarvestNotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Table = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenById = table.Column<int>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<int>(type: "INTEGER", nullable: true),
                    LearningId = table.Column<int>(type: "INTEGER", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TextFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HarvestNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HarvestNotes_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HarvestNotes_HarvestNotes_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "HarvestNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HarvestNotes_Learning_LearningId",
                        column: x => x.LearningId,
                        principalTable: "Learning",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_HarvestNotes_Teams_FromId",
                        column: x => x.FromId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HarvestNotes_Teams_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PanelAskers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Questions = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelAskers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelAskers_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PanelAskers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PanelQuestions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AskedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Votes = table.Column<int>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<int>(type: "INTEGER", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TextFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelQuestions_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PanelQuestions_PanelQuestions_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "PanelQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PanelQuestions_Teams_AskedById",
                        column: x => x.AskedById,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "PanelAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PanelQuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ByRole = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: true),
                    Lasts = table.Column<bool>(type: "INTEGER", nullable: false),
                    LearningId = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelAnswers_Learning_LearningId",
                        column: x => x.LearningId,
                        principalTable: "Learning",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_PanelAnswers_PanelQuestions_PanelQuestionId",
                        column: x => x.PanelQuestionId,
                        principalTable: "PanelQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PanelAnswers_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "PanelVotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PanelQuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelVotes_PanelQuestions_PanelQuestionId",
                        column: x => x.PanelQuestionId,
                        principalTable: "PanelQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PanelVotes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PanelQuestionId",
                table: "Notifications",
                column: "PanelQuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_HeardAtEventId",
                table: "Learning",
                column: "HeardAtEventId");

            migrationBuilder.CreateIndex(
                name: "IX_HarvestNotes_EventId_Round_Table",
                table: "HarvestNotes",
                columns: new[] { "EventId", "Round", "Table" });

            migrationBuilder.CreateIndex(
                name: "IX_HarvestNotes_FromId",
                table: "HarvestNotes",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_HarvestNotes_Key",
                table: "HarvestNotes",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HarvestNotes_LearningId",
                table: "HarvestNotes",
                column: "LearningId");

            migrationBuilder.CreateIndex(
                name: "IX_HarvestNotes_MergedIntoId",
                table: "HarvestNotes",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_HarvestNotes_WrittenById",
                table: "HarvestNotes",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_PanelAnswers_LearningId",
                table: "PanelAnswers",
                column: "LearningId");

            migrationBuilder.CreateIndex(
                name: "IX_PanelAnswers_PanelQuestionId_Key",
                table: "PanelAnswers",
                columns: new[] { "PanelQuestionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PanelAnswers_TeamId",
                table: "PanelAnswers",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_PanelAskers_EventId_PersonId",
                table: "PanelAskers",
                columns: new[] { "EventId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PanelAskers_PersonId",
                table: "PanelAskers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PanelQuestions_AskedAt",
                table: "PanelQuestions",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PanelQuestions_AskedById",
                table: "PanelQuestions",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_PanelQuestions_EventId_Votes",
                table: "PanelQuestions",
                columns: new[] { "EventId", "Votes" });

            migrationBuilder.CreateIndex(
                name: "IX_PanelQuestions_Key",
                table: "PanelQuestions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PanelQuestions_MergedIntoId",
                table: "PanelQuestions",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_PanelVotes_PanelQuestionId_PersonId",
                table: "PanelVotes",
                columns: new[] { "PanelQuestionId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PanelVotes_PersonId",
                table: "PanelVotes",
                column: "PersonId");

            migrationBuilder.AddForeignKey(
                name: "FK_Learning_Events_HeardAtEventId",
                table: "Learning",
                column: "HeardAtEventId",
                principalTable: "Events",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Notifications_PanelQuestions_PanelQuestionId",
                table: "Notifications",
                column: "PanelQuestionId",
                principalTable: "PanelQuestions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Learning_Events_HeardAtEventId",
                table: "Learning");

            migrationBuilder.DropForeignKey(
                name: "FK_Notifications_PanelQuestions_PanelQuestionId",
                table: "Notifications");

            migrationBuilder.DropTable(
                name: "HarvestNotes");

            migrationBuilder.DropTable(
                name: "PanelAnswers");

            migrationBuilder.DropTable(
                name: "PanelAskers");

            migrationBuilder.DropTable(
                name: "PanelVotes");

            migrationBuilder.DropTable(
                name: "PanelQuestions");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_PanelQuestionId",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Learning_HeardAtEventId",
                table: "Learning");

            migrationBuilder.DropColumn(
                name: "PanelQuestionId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "HeardAtEventId",
                table: "Learning");
        }
    }
}
