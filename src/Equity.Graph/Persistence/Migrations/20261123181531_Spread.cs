using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Spread : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LearningId",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FeaturedAt",
                table: "Learning",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Adoptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LearningId = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    WhatHappened = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    LedToId = table.Column<int>(type: "INTEGER", nullable: true),
                    AdoptedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Adoptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Adoptions_Learning_LearningId",
                        column: x => x.LearningId,
                        principalTable: "Learning",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Adoptions_Learning_LedToId",
                        column: x => x.LedToId,
                        principalTable: "Learning",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Adoptions_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChangeIdeas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    FromId = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeIdeas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeIdeas_Learning_FromId",
                        column: x => x.FromId,
                        principalTable: "Learning",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ChangeIdeas_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Thanks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LearningId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Thanks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Thanks_Learning_LearningId",
                        column: x => x.LearningId,
                        principalTable: "Learning",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Thanks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PdsaCycles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeIdeaId = table.Column<int>(type: "INTEGER", nullable: false),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 110, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Do = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Study = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Act = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PdsaCycles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PdsaCycles_ChangeIdeas_ChangeIdeaId",
                        column: x => x.ChangeIdeaId,
                        principalTable: "ChangeIdeas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PdsaCycles_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_LearningId",
                table: "Notifications",
                column: "LearningId");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_FeaturedAt",
                table: "Learning",
                column: "FeaturedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_LearningId_AdoptedAt",
                table: "Adoptions",
                columns: new[] { "LearningId", "AdoptedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_LedToId",
                table: "Adoptions",
                column: "LedToId");

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_TeamId_Key",
                table: "Adoptions",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Adoptions_TeamId_LearningId",
                table: "Adoptions",
                columns: new[] { "TeamId", "LearningId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChangeIdeas_FromId",
                table: "ChangeIdeas",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeIdeas_TeamId_Key",
                table: "ChangeIdeas",
                columns: new[] { "TeamId", "Key" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PdsaCycles_ChangeIdeaId_Number",
                table: "PdsaCycles",
                columns: new[] { "ChangeIdeaId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PdsaCycles_TeamId",
                table: "PdsaCycles",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Thanks_LearningId_PersonId",
                table: "Thanks",
                columns: new[] { "LearningId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Thanks_PersonId",
                table: "Thanks",
                column: "PersonId");

            migrationBuilder.AddForeignKey(
                name: "FK_Notifications_Learning_LearningId",
                table: "Notifications",
                column: "LearningId",
                principalTable: "Learning",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Notifications_Learning_LearningId",
                table: "Notifications");

            migrationBuilder.DropTable(
                name: "Adoptions");

            migrationBuilder.DropTable(
                name: "PdsaCycles");

            migrationBuilder.DropTable(
                name: "Thanks");

            migrationBuilder.DropTable(
                name: "ChangeIdeas");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_LearningId",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Learning_FeaturedAt",
                table: "Learning");

            migrationBuilder.DropColumn(
                name: "LearningId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "FeaturedAt",
                table: "Learning");
        }
    }
}
