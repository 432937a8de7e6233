using System.Globalization;
using CsvHelper;
using Equity.Graph.Measures;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>Writes measures, their groups and their figures as they were counted into the three CSV files of them that import reads: RFC 4180, UTF-8, row by row.</summary>
internal static class MeasureFiles
{
    /// <summary>Writes the files into a folder, each whole or not at all. How many measures and figures there were.</summary>
    /// <param name="db">Sees everything, as of one moment.</param>
    /// <param name="folder">The folder; it is made where there is none.</param>
    /// <param name="cancel">Stops between two rows.</param>
    public static async Task<(int Measures, int Figures)> WriteAsync(EquityDbContext db, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var ordered = db.Measures.AsNoTracking().OrderBy(measure => measure.Team!.Key).ThenBy(measure => measure.Key);
        var measures = await FileAsync(CsvFolder.Measures, MeasureLines.MeasureNames.Columns, ordered.Select(measure => new { Team = measure.Team!.Key, Measure = measure, Inequity = measure.Inequity == null ? null : measure.Inequity.Key }),
            row => [row.Team, row.Measure.Key, row.Measure.Name, ContractName.Of(row.Measure.Kind), row.Measure.Unit, ContractName.Of(row.Measure.Better), row.Measure.CountsPeople ? "true" : "false", row.Inequity, Written.Instant(row.Measure.CreatedAt), row.Measure.RecordedAt is { } at ? Written.Instant(at) : null]);
        await FileAsync(CsvFolder.Strata, CsvFolder.StrataColumns, ordered.SelectMany(measure => measure.Strata, (measure, stratum) => new { Team = measure.Team!.Key, measure.Key, Stratum = stratum })
            .OrderBy(row => row.Team).ThenBy(row => row.Key).ThenBy(row => row.Stratum.Id),
            row => [row.Team, row.Key, row.Stratum.Name, row.Stratum.Dimension is { } dimension ? ContractName.Of(dimension) : null, row.Stratum.Order?.ToString(CultureInfo.InvariantCulture)]);
        var figures = await FileAsync(CsvFolder.Measurements, CsvFolder.MeasurementsColumns,
            ordered.SelectMany(measure => measure.Points, (measure, point) => new { Team = measure.Team!.Key, measure.Key, point.Date, point.StratumId, Stratum = point.Stratum == null ? null : point.Stratum.Name, point.Numerator, point.Denominator })
                .OrderBy(row => row.Team).ThenBy(row => row.Key).ThenBy(row => row.Date).ThenBy(row => row.StratumId),
            row => [row.Team, row.Key, Written.Day(row.Date), row.Stratum, Figure(row.Numerator), Figure(row.Denominator)]);
        return (measures, figures);

        Task<int> FileAsync<T>(string name, IReadOnlyList<string> columns, IQueryable<T> rows, Func<T, string?[]> cells) =>
            ExportFile.WriteAsync(Path.Combine(folder, name), to => WriteAsync(to, columns, rows, cells, cancel));
    }

    private static async Task<int> WriteAsync<T>(Stream to, IReadOnlyList<string> columns, IQueryable<T> rows, Func<T, string?[]> cells, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions(), leaveOpen: true);
        csv.WriteRecord([.. columns]);
        var count = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            await csv.WriteRecordAsync([.. cells(row).Select(SheetText.Write)!], cancel);
            count++;
        }
        await csv.FlushAsync(cancel);
        return count;
    }

    private static string Figure(double figure) => figure.ToString("R", CultureInfo.InvariantCulture);
}
