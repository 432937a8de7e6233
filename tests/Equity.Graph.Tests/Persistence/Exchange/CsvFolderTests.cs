using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>A folder of CSV files says the same as JSON Lines, through the same checks.</summary>
public class CsvFolderTests
{
    private const string Jsonl = """
        {"kind":"programme","key":"pursuing-equity","name":"Pursuing Equity","sharedAim":"Halve the gap","phases":[{"number":1,"name":"Ward, by ward"},{"number":2}]}
        {"key":"a","name":"The \"Golpo\" Group","organisation":"Saltway, Trust","service":"Talking therapies","locality":"Northgate","programme":"Pursuing Equity","phase":1,"stage":"TESTING","involvement":"BIG_I","coProduction":"CO_DESIGN","progressScore":2.5,"coachScore":3,"friendCapacity":4,"pausedUntil":"2027-01-31","createdAt":"2025-03-01T10:00:00Z","aim":"Ärzte, überall","summary":"First line.\nSecond line.","members":[{"key":"carer","role":"CARER","name":"A. Person","nameFor":"TEAM"}],"inequities":[{"key":"buses","title":"No bus","dimension":"GEOGRAPHY","population":"Villagers","kind":"ACCESS","evidence":"41 %","core20Plus5":["CORE20","CHILD_ASTHMA"],"status":"NARROWED","createdAt":"2025-03-02T10:00:00Z"}],"asks":[{"key":"vans","text":"Who has a van?","status":"ANSWERED","createdAt":"2025-03-03T10:00:00Z"}],"offers":[{"key":"tea","text":"Tea","available":false,"createdAt":"2025-03-04T10:00:00Z"}],"learning":[{"key":"walk","kind":"SURPRISED_US","title":"They walk","body":"Two miles.","inequity":"buses","sharedAt":"2025-03-05T10:00:00Z"}]}
        {"key":"b","name":"B","service":"Dental","stage":"FORMING","createdAt":"2025-03-01T10:00:00Z"}
        """;

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\ufeff")]
    public async Task A_folder_gives_the_same_community_as_JSON_lines(string lineEnd, string byteOrderMark)
    {
        using var lines = await Exchange.StartAsync();
        await lines.StoreAsync(Jsonl);
        using var folder = await Exchange.StartAsync();
        WriteFolder(folder, lineEnd, byteOrderMark);
        var report = await ImportFolderAsync(folder);
        Assert.Empty(report.Problems);
        Assert.Equal(await lines.ExportAsync(), await folder.ExportAsync());
        var again = await ImportFolderAsync(folder);
        Assert.Equal((2, 0), (again.Counts.TeamsUnchanged, again.Remarks.Count));
    }

    [Fact]
    public async Task A_wrong_cell_is_told_with_the_first_line_of_its_row()
    {
        using var exchange = await Exchange.StartAsync();
        exchange.Write("csv/teams.csv", "key,name,service,stage,summary\na,A,S,FORMING,\"one\ntwo\n\nthree\"\n\nb,B,S,TESTNG,\"x\ny\"\nc,C,,FORMING,\n");
        exchange.Write("csv/inequities.csv", "team,title,dimension,population,core20Plus5\na,T,AGE,P,CORE20;CORE21\n");
        exchange.Write("csv/offers.csv", "team,text,available\na,Tea,perhaps\na,Cake,TRUE\n");
        var report = await ImportFolderAsync(exchange);
        Assert.Equal(4, report.ProblemCount);
        Assert.Contains(report.Problems, p => p.StartsWith("teams.csv:7: stage: is \"TESTNG\"; allowed are", StringComparison.Ordinal));
        Assert.Contains("teams.csv:9: service: is required", report.Problems);
        Assert.Contains(report.Problems, p => p.StartsWith("inequities.csv:2: core20Plus5: is \"CORE21\"; allowed are CORE20", StringComparison.Ordinal));
        Assert.Contains("offers.csv:2: available: must be true or false, not \"perhaps\"", report.Problems);
        Assert.Equal(0, (await exchange.CountAsync()).Teams);
    }

    [Theory]
    [InlineData("key,nam,service,stage\na,A,S,FORMING\n", "teams.csv:1: nam: is no column of teams.csv; did you mean name?")]
    [InlineData("key,name,name,stage\na,A,S,FORMING\n", "teams.csv:1: name: is the name of two columns")]
    [InlineData("name,service,stage\nA,S,FORMING\n", "teams.csv:1: key: the column is missing; teams.csv needs it in every row")]
    [InlineData("key,name,service,stage\na,A,S\n", "teams.csv:2: has 3 cells, and the header has 4")]
    [InlineData("key,name,service,stage\na,A,S,FORMING,x\n", "teams.csv:2: has 5 cells, and the header has 4")]
    [InlineData("key,name,service,stage\na,A \"B\" C,S,FORMING\n", "teams.csv:2: has a quote in a cell that is not quoted; put the cell in quotes and write the quote twice")]
    [InlineData("key,name,service,stage\na,\"A\" B,S,FORMING\n", "teams.csv:2: has text after a closing quote; write a quote inside a quoted cell twice")]
    [InlineData("key,name,service,stage\na,\"A,S,FORMING\nb,B,S,FORMING\n", "teams.csv:2: opens a quote that is never closed")]
    [InlineData("key,name,service,stage\na,A\0,S,FORMING\n", "teams.csv:2: name: holds the control character U+0000; only new lines and tabs are allowed")]
    [InlineData("key,name,service,stage,phase\na,A,S,FORMING,one\n", "teams.csv:2: phase: is \"one\" and must be a number; allowed are whole numbers from 1 to 99")]
    [InlineData("key,name,service,stage,phase\na,A,S,FORMING,NaN\n", "teams.csv:2: phase: is NaN; allowed are whole numbers from 1 to 99")]
    [InlineData("key,name,service,stage\na,A,S,FORMING\na,B,S,FORMING\n", "teams.csv:3: key: is \"a\", as in teams.csv:2; write all that belongs to one key in one line")]
    [InlineData("", "teams.csv: is empty; its first line names its columns: key, name, organisation")]
    public async Task A_wrong_file_is_refused(string teams, string expected)
    {
        using var exchange = await Exchange.StartAsync();
        exchange.Write("csv/teams.csv", teams);
        Assert.StartsWith(expected, Assert.Single((await ImportFolderAsync(exchange)).Problems), StringComparison.Ordinal);
        Assert.Equal(0, (await exchange.CountAsync()).Teams);
    }

    [Fact]
    public async Task A_folder_whose_teams_file_has_only_a_header_is_refused()
    {
        using var exchange = await Exchange.StartAsync();
        exchange.Write("csv/teams.csv", "key,name,service,stage\n");
        Assert.Equal("csv: holds no team", Assert.Single((await ImportFolderAsync(exchange)).Problems));
    }

    [Fact]
    public async Task A_long_cell_is_refused_however_many_lines_it_has()
    {
        using var exchange = await Exchange.StartAsync();
        exchange.Write("csv/teams.csv", $"key,name,service,stage\na,A,{new string('x', 10_000_000)},FORMING\nb,B,S,TESTNG\n");
        Assert.Equal("teams.csv:2: is longer than 1 MB (1,048,576 bytes)", (await ImportFolderAsync(exchange)).Problems[0]);
        exchange.Write("csv/teams.csv", $"key,name,service,stage\na,A,\"{string.Concat(Enumerable.Repeat("x\n", 3_000_000))}\",FORMING\n");
        Assert.Equal("teams.csv:2: starts a row that is longer than 1 MB (1,048,576 bytes)", (await ImportFolderAsync(exchange)).Problems[0]);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_refused()
    {
        using var exchange = await Exchange.StartAsync();
        var path = exchange.Write("csv/teams.csv", "");
        await File.WriteAllBytesAsync(path, [.. "key,name,service,stage\na,Caf"u8, 0xE9, .. ",S,FORMING\n"u8]);
        Assert.Equal("teams.csv:2: is not UTF-8: byte 6 of the line (0xE9) begins no character; save the file as UTF-8", Assert.Single((await ImportFolderAsync(exchange)).Problems));
    }

    [Fact]
    public async Task A_row_of_no_team_and_a_file_of_another_name_are_refused()
    {
        using var exchange = await Exchange.StartAsync();
        exchange.Write("csv/teams.csv", "key,name,service,stage\nnorth-team,A,S,FORMING\n");
        exchange.Write("csv/asks.csv", "team,text\nnorth-teem,Help\n,Help\n");
        Assert.Equal(["asks.csv:2: team: is \"north-teem\", which is no key in teams.csv; did you mean north-team?", "asks.csv:3: team: is required"], (await ImportFolderAsync(exchange)).Problems);
        exchange.Write("csv/offer.csv", "team,text\n");
        Assert.EndsWith("; did you mean offers.csv?", Assert.Single((await ImportFolderAsync(exchange)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_a_file_is_left_alone_and_one_with_a_file_reports_what_it_misses()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync($"{Exchange.Team[..^1]},\"asks\":[\"Help\"],\"offers\":[\"Tea\"]}}");
        exchange.Write("csv/teams.csv", "key,name,service,stage\nblue-door,Blue Door,Talking therapies,FORMING\n");
        exchange.Write("csv/asks.csv", "team,key,text,remove\n");
        var report = await ImportFolderAsync(exchange);
        Assert.Equal("teams.csv:2: asks: 1 is in the database and not in the file (\"help\"); it is kept. Write \"remove\": true to delete it.", Assert.Single(report.Remarks));
        exchange.Write("csv/asks.csv", "team,key,text,remove\nblue-door,help,,true\n");
        Assert.Equal(1, (await ImportFolderAsync(exchange)).Counts.Removed);
    }

    private static Task<ImportReport> ImportFolderAsync(Exchange exchange) => exchange.ImportAsync(ImportSource.At(Path.Combine(exchange.Folder, "csv")));

    private static void WriteFolder(Exchange exchange, string lineEnd, string byteOrderMark)
    {
        foreach (var (name, text) in new[]
        {
            ("programmes", "key,name,sharedAim\npursuing-equity,Pursuing Equity,Halve the gap\n"),
            ("phases", "programme,number,name\npursuing-equity,1,\"Ward, by ward\"\npursuing-equity,2,\n"),
            ("teams", "key,name,organisation,service,locality,programme,phase,stage,involvement,coProduction,progressScore,coachScore,friendCapacity,pausedUntil,createdAt,aim,summary\n"
                + "a,\"The \"\"Golpo\"\" Group\",\"Saltway, Trust\",Talking therapies,Northgate,Pursuing Equity,1,TESTING,BIG_I,CO_DESIGN,2.5,3,4,2027-01-31,2025-03-01T10:00:00Z,\"Ärzte, überall\",\"First line.\nSecond line.\"\n"
                + "b,B,,Dental,,,,FORMING,,,,,,,2025-03-01T10:00:00Z,,\n"),
            ("members", "team,key,role,name,nameFor\na,carer,CARER,A. Person,TEAM\n"),
            ("inequities", "team,key,title,dimension,population,kind,evidence,core20Plus5,status,createdAt\na,buses,No bus,GEOGRAPHY,Villagers,ACCESS,41 %,CHILD_ASTHMA; CORE20,NARROWED,2025-03-02T11:00:00+01:00\n"),
            ("asks", "team,key,text,status,createdAt\na,vans,Who has a van?,ANSWERED,2025-03-03T10:00:00Z\n"),
            ("offers", "team,key,text,available,createdAt\na,tea,Tea,FALSE,2025-03-04T10:00Z\n"),
            ("learning", "team,key,kind,title,body,inequity,sharedAt\na,walk,SURPRISED_US,They walk,Two miles.,buses,2025-03-05T10:00:00Z\n"),
        })
            exchange.Write($"csv/{name}.csv", byteOrderMark + text.Replace("\n", lineEnd, StringComparison.Ordinal));
    }
}
