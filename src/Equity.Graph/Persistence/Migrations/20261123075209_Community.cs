using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Equity.Graph.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Community : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Programmes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SharedAim = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NameFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Vectors",
                columns: table => new
                {
                    Model = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Values = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vectors", x => new { x.Model, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "ProgrammePhase",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgrammeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SharedAim = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammePhase", x => x.Id);
                    table.CheckConstraint("CK_ProgrammePhase_Number", "\"Number\" IS NULL OR (\"Number\" >= 1 AND \"Number\" <= 99 AND \"Number\" / 1.0 = round(\"Number\" / 1.0))");
                    table.ForeignKey(
                        name: "FK_ProgrammePhase_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: true),
                    Service = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Locality = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ProgrammeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Phase = table.Column<int>(type: "INTEGER", nullable: true),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgressScore = table.Column<double>(type: "REAL", nullable: true),
                    CoachScore = table.Column<double>(type: "REAL", nullable: true),
                    Involvement = table.Column<int>(type: "INTEGER", nullable: true),
                    CoProduction = table.Column<int>(type: "INTEGER", nullable: true),
                    CoProductionPlan = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Aim = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    FriendCapacity = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    AimFolded = table.Column<string>(type: "TEXT", nullable: true),
                    LocalityFolded = table.Column<string>(type: "TEXT", nullable: true),
                    NameFolded = table.Column<string>(type: "TEXT", nullable: false),
                    ServiceFolded = table.Column<string>(type: "TEXT", nullable: false),
                    SummaryFolded = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Id);
                    table.CheckConstraint("CK_Team_CoachScore", "\"CoachScore\" IS NULL OR (\"CoachScore\" >= 0.5 AND \"CoachScore\" <= 5 AND \"CoachScore\" / 0.5 = round(\"CoachScore\" / 0.5))");
                    table.CheckConstraint("CK_Team_FriendCapacity", "\"FriendCapacity\" IS NULL OR (\"FriendCapacity\" >= 0 AND \"FriendCapacity\" <= 10 AND \"FriendCapacity\" / 1.0 = round(\"FriendCapacity\" / 1.0))");
                    table.CheckConstraint("CK_Team_ProgressScore", "\"ProgressScore\" IS NULL OR (\"ProgressScore\" >= 0.5 AND \"ProgressScore\" <= 5 AND \"ProgressScore\" / 0.5 = round(\"ProgressScore\" / 0.5))");
                    table.ForeignKey(
                        name: "FK_Teams_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Teams_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Asks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TextFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Asks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Asks_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Inequities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Dimension = table.Column<int>(type: "INTEGER", nullable: false),
                    Population = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    Core20Plus5 = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    EvidenceFolded = table.Column<string>(type: "TEXT", nullable: true),
                    PopulationFolded = table.Column<string>(type: "TEXT", nullable: false),
                    TitleFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inequities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Inequities_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Available = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TextFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offers_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProfileChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileChanges_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NameFor = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamMembers_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Learning",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    InequityId = table.Column<int>(type: "INTEGER", nullable: true),
                    SharedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    BodyFolded = table.Column<string>(type: "TEXT", nullable: false),
                    TitleFolded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Learning", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Learning_Inequities_InequityId",
                        column: x => x.InequityId,
                        principalTable: "Inequities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Learning_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_CreatedAt",
                table: "Asks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_Status",
                table: "Asks",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_TeamId_Key",
                table: "Asks",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Asks_UpdatedAt",
                table: "Asks",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_CreatedAt",
                table: "Inequities",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_Dimension",
                table: "Inequities",
                column: "Dimension");

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_Kind",
                table: "Inequities",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_PopulationFolded",
                table: "Inequities",
                column: "PopulationFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_Status",
                table: "Inequities",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_TeamId_Key",
                table: "Inequities",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_TitleFolded",
                table: "Inequities",
                column: "TitleFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Inequities_UpdatedAt",
                table: "Inequities",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_InequityId",
                table: "Learning",
                column: "InequityId");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_Kind",
                table: "Learning",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_SharedAt",
                table: "Learning",
                column: "SharedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_TeamId_Key",
                table: "Learning",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Learning_TitleFolded",
                table: "Learning",
                column: "TitleFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Learning_UpdatedAt",
                table: "Learning",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Available",
                table: "Offers",
                column: "Available");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_CreatedAt",
                table: "Offers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_TeamId_Key",
                table: "Offers",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_UpdatedAt",
                table: "Offers",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Key",
                table: "Organisations",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_NameFolded",
                table: "Organisations",
                column: "NameFolded");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileChanges_TeamId",
                table: "ProfileChanges",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammePhase_ProgrammeId_Number",
                table: "ProgrammePhase",
                columns: new[] { "ProgrammeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Programmes_Key",
                table: "Programmes",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Programmes_NameFolded",
                table: "Programmes",
                column: "NameFolded");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_TeamId_Key",
                table: "TeamMembers",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Teams_CoachScore",
                table: "Teams",
                column: "CoachScore");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_CoProduction",
                table: "Teams",
                column: "CoProduction");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_CreatedAt",
                table: "Teams",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_FriendCapacity",
                table: "Teams",
                column: "FriendCapacity");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Involvement",
                table: "Teams",
                column: "Involvement");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Key",
                table: "Teams",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Teams_LocalityFolded",
                table: "Teams",
                column: "LocalityFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_NameFolded",
                table: "Teams",
                column: "NameFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_OrganisationId",
                table: "Teams",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_PausedUntil",
                table: "Teams",
                column: "PausedUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Phase",
                table: "Teams",
                column: "Phase");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_ProgrammeId_Phase",
                table: "Teams",
                columns: new[] { "ProgrammeId", "Phase" });

            migrationBuilder.CreateIndex(
                name: "IX_Teams_ProgressScore",
                table: "Teams",
                column: "ProgressScore");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_PublishedAt",
                table: "Teams",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_ServiceFolded",
                table: "Teams",
                column: "ServiceFolded");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Stage",
                table: "Teams",
                column: "Stage");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_UpdatedAt",
                table: "Teams",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Asks");

            migrationBuilder.DropTable(
                name: "Learning");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "ProfileChanges");

            migrationBuilder.DropTable(
                name: "ProgrammePhase");

            migrationBuilder.DropTable(
                name: "TeamMembers");

            migrationBuilder.DropTable(
                name: "Vectors");

            migrationBuilder.DropTable(
                name: "Inequities");

            migrationBuilder.DropTable(
                name: "Teams");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropTable(
                name: "Programmes");
        }
    }
}
