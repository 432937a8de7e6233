using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Gatherings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CalendarAddress",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "People",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NoMail",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "EventId",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LearningId",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PanelQuestionId",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FeaturedAt",
                table: "Learning",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HeardAtEventId",
                table: "Learning",
                type: "INTEGER",
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
                name: "MailDeliveries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NotificationId = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailDeliveries_Notifications_NotificationId",
                        column: x => x.NotificationId,
                        principalTable: "Notifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailRefusals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailRefusals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailRefusals_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
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
                name: "Posters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AltText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Image = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ImageFormat = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ImageWidth = table.Column<int>(type: "INTEGER", nullable: true),
                    ImageHeight = table.Column<int>(type: "INTEGER", nullable: true),
                    SmallThumbnail = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LargeThumbnail = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Pdf = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SummaryFolded = table.Column<string>(type: "TEXT", nullable: true),
                    TitleFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Posters_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Posters_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Resources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Transcript = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    HasCaptions = table.Column<bool>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TitleFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Resources_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Resources_Teams_TeamId",
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
                name: "IX_Notifications_LearningId",
                table: "Notifications",
                column: "LearningId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PanelQuestionId",
                table: "Notifications",
                column: "PanelQuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_FeaturedAt",
                table: "Learning",
                column: "FeaturedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_HeardAtEventId",
                table: "Learning",
                column: "HeardAtEventId");

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
                name: "IX_MailDeliveries_NotificationId",
                table: "MailDeliveries",
                column: "NotificationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_State_NextAt",
                table: "MailDeliveries",
                columns: new[] { "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MailRefusals_PersonId_Kind",
                table: "MailRefusals",
                columns: new[] { "PersonId", "Kind" },
                unique: true);

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
                name: "IX_Posters_CreatedAt",
                table: "Posters",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Posters_DeletedAt",
                table: "Posters",
                column: "DeletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Posters_EventId_PublishedAt",
                table: "Posters",
                columns: new[] { "EventId", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Posters_PublishedAt",
                table: "Posters",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Posters_TeamId_Key",
                table: "Posters",
                columns: new[] { "TeamId", "Key" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Posters_TitleFolded",
                table: "Posters",
                column: "TitleFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Posters_UpdatedAt",
                table: "Posters",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_CreatedAt",
                table: "Resources",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_DeletedAt",
                table: "Resources",
                column: "DeletedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_EventId_PublishedAt",
                table: "Resources",
                columns: new[] { "EventId", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Resources_Kind",
                table: "Resources",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_PublishedAt",
                table: "Resources",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_TeamId_Key",
                table: "Resources",
                columns: new[] { "TeamId", "Key" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_TitleFolded",
                table: "Resources",
                column: "TitleFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Resources_UpdatedAt",
                table: "Resources",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Thanks_LearningId_PersonId",
                table: "Thanks",
                columns: new[] { "LearningId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Thanks_PersonId",
                table: "Thanks",
                column: "PersonId");

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
                name: "FK_Learning_Events_HeardAtEventId",
                table: "Learning",
                column: "HeardAtEventId",
                principalTable: "Events",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Notifications_Events_EventId",
                table: "Notifications",
                column: "EventId",
                principalTable: "Events",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_Notifications_Learning_LearningId",
                table: "Notifications",
                column: "LearningId",
                principalTable: "Learning",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

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
                name: "FK_Notifications_Events_EventId",
                table: "Notifications");

            migrationBuilder.DropForeignKey(
                name: "FK_Notifications_Learning_LearningId",
                table: "Notifications");

            migrationBuilder.DropForeignKey(
                name: "FK_Notifications_PanelQuestions_PanelQuestionId",
                table: "Notifications");

            migrationBuilder.DropTable(
                name: "Adoptions");

            migrationBuilder.DropTable(
                name: "Attendance");

            migrationBuilder.DropTable(
                name: "CafeSeats");

            migrationBuilder.DropTable(
                name: "HarvestNotes");

            migrationBuilder.DropTable(
                name: "MailDeliveries");

            migrationBuilder.DropTable(
                name: "MailRefusals");

            migrationBuilder.DropTable(
                name: "PanelAnswers");

            migrationBuilder.DropTable(
                name: "PanelAskers");

            migrationBuilder.DropTable(
                name: "PanelVotes");

            migrationBuilder.DropTable(
                name: "PdsaCycles");

            migrationBuilder.DropTable(
                name: "Posters");

            migrationBuilder.DropTable(
                name: "Resources");

            migrationBuilder.DropTable(
                name: "Thanks");

            migrationBuilder.DropTable(
                name: "CafeRounds");

            migrationBuilder.DropTable(
                name: "PanelQuestions");

            migrationBuilder.DropTable(
                name: "ChangeIdeas");

            migrationBuilder.DropTable(
                name: "WorldCafes");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_EventId",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_LearningId",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_PanelQuestionId",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Learning_FeaturedAt",
                table: "Learning");

            migrationBuilder.DropIndex(
                name: "IX_Learning_HeardAtEventId",
                table: "Learning");

            migrationBuilder.DropColumn(
                name: "CalendarAddress",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "People");

            migrationBuilder.DropColumn(
                name: "NoMail",
                table: "People");

            migrationBuilder.DropColumn(
                name: "EventId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "LearningId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "PanelQuestionId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "FeaturedAt",
                table: "Learning");

            migrationBuilder.DropColumn(
                name: "HeardAtEventId",
                table: "Learning");
        }
    }
}
