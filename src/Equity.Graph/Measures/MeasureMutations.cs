using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Inequities;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Measures;

/// <summary>What changes the measures of a team.</summary>
internal sealed class MeasureMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<CreateMeasureInput, Measure, MeasureType>(
            "createMeasure", "Says what your team counts over time, and for whom. Its figures are recorded with recordMeasurements.", CreateAsync,
            [typeof(NotAMember), typeof(NotFound), typeof(TooMany), typeof(NumberOutOfRange), .. InputErrors.OfTexts]);
        type.Add<UpdateMeasureInput, Measure, MeasureType>(
            "updateMeasure", "Changes what your team says of a measure. Whether it counts people stays.", UpdateAsync,
            [.. InputErrors.OfRows, typeof(TooMany), typeof(NumberOutOfRange), typeof(StratumHasPoints), typeof(StratumReleased), .. InputErrors.OfTexts]);
        type.AddDeletion<Measure, MeasureType>("measures", TeamRules.MaxOfEach);
    }

    private static async Task<Measure?> CreateAsync(Change change, CreateMeasureInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team)
            return null;
        var keys = await change.Db.Measures.Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= TeamRules.MaxOfEach)
            change.Refuse(new TooMany("measures", TeamRules.MaxOfEach));
        var measure = new Measure { TeamId = team.Id, Key = "", Name = "", Unit = "", Kind = input.Kind, Better = input.Better, CountsPeople = input.CountsPeople, CreatedAt = change.Now };
        await FillAsync(change, input, measure, input.Name, input.Unit, input.Inequity);
        Take(change, measure, input.Strata ?? []);
        measure.Key = Key.From(measure.Name, keys.ToHashSet());
        change.Db.Add(measure);
        return measure;
    }

    private static async Task<Measure?> UpdateAsync(Change change, UpdateMeasureInput input)
    {
        if (await change.OwnAsync(input.Measure, "measure", change.Db.Measures.Include(known => known.Strata)) is not { } measure || !change.IsCurrent(measure, input.Version))
            return null;
        await FillAsync(change, input, measure, input.Name, input.Unit, input.Inequity);
        change.Choice(input, "kind", input.Kind, kind => measure.Kind = kind);
        change.Choice(input, "better", input.Better, better => measure.Better = better);
        if (input.Gives("strata"))
            await ReplaceAsync(change, measure, input.Strata ?? []);
        return measure;
    }

    private static async Task FillAsync(Change change, MutationInput input, Measure measure, string? name, string? unit, string? inequity)
    {
        change.Text(input, MeasureRules.Name, name, text => measure.Name = text!);
        change.Text(input, MeasureRules.Unit, unit, text => measure.Unit = text!);
        if (!input.Gives("inequity"))
            return;
        var about = inequity is null ? null : await change.FindAsync<Inequity>(inequity, "inequity");
        if (about is not null && about.TeamId != measure.TeamId)
            change.Refuse(new NotFound("inequity"));
        measure.InequityId = about?.Id;
    }

    /// <summary>Has a measure compare these groups: those that it has by name, others anew. Figures hang on who stays.</summary>
    private static void Take(Change change, Measure measure, IReadOnlyList<StratumInput> groups)
    {
        if (groups.Count > MeasureRules.MaxStrata)
            change.Refuse(new TooMany("strata", MeasureRules.MaxStrata));
        var named = new HashSet<string>();
        foreach (var group in groups.Take(MeasureRules.MaxStrata))
        {
            var name = TextRule.Clean(group.Name);
            if (!IsAllowed(change, name))
                continue;
            if (!named.Add(Folding.Fold(name!)))
                change.Refuse(new InvalidText("strata", $"holds “{name}” twice; name each group once"));
            if (MeasureRules.Order.Problem(group.Order) is not null)
                change.Refuse(new NumberOutOfRange(MeasureRules.Order.Field, MeasureRules.Order.Min, MeasureRules.Order.Max, MeasureRules.Order.Step));
            var stratum = measure.Strata.Find(known => Folding.Fold(known.Name) == Folding.Fold(name!));
            if (stratum is null)
                measure.Strata.Add(stratum = new Stratum { TeamId = measure.TeamId, Key = Key.From(name!, measure.Strata.Select(other => other.Key).ToHashSet()), Name = name! });
            (stratum.Name, stratum.Dimension, stratum.Order) = (name!, group.Dimension, group.Order);
        }
        var orders = groups.Select(group => group.Order).ToList();
        if (orders.Contains(null) ? orders.Exists(order => order is not null) : orders.Distinct().Count() < orders.Count)
            change.Refuse(new InvalidText("strata", "must have an order each, every one once, or none at all"));
    }

    private static bool IsAllowed(Change change, string? name)
    {
        if (name?.Length > MeasureRules.Stratum.Max)
            change.Refuse(new TextTooLong(MeasureRules.Stratum.Field, MeasureRules.Stratum.Max, name.Length));
        else if (MeasureRules.Stratum.Problem(name) is { } problem)
            change.Refuse(new InvalidText(MeasureRules.Stratum.Field, problem));
        else if (MeasureRules.Stratum.PersonalDetails(name) is { Count: > 0 } found)
            change.Refuse(new ContainsPersonalDetails(MeasureRules.Stratum.Field, found));
        else
            return true;
        return false;
    }

    private static async Task ReplaceAsync(Change change, Measure measure, IReadOnlyList<StratumInput> groups)
    {
        var before = measure.Strata.ToList();
        var used = await change.Db.MeasurePoints.Where(point => point.MeasureId == measure.Id).Select(point => point.StratumId).Distinct().ToListAsync(change.Cancel);
        // A release stands: what others saw of a group does not go with it.
        var released = await change.Db.ReleasedPoints.Where(point => point.MeasureId == measure.Id).Select(point => point.StratumId).Distinct().ToListAsync(change.Cancel);
        if (measure.CountsPeople && before.Count == 0 && groups.Count > 0 && used.Contains(null))
            change.Refuse(new StratumHasPoints("everybody"));
        Take(change, measure, groups);
        var named = groups.Select(group => Folding.Fold(TextRule.Clean(group.Name) ?? "")).ToHashSet();
        foreach (var gone in before.Where(stratum => !named.Contains(Folding.Fold(stratum.Name))))
        {
            if (used.Contains(gone.Id))
                change.Refuse(new StratumHasPoints(gone.Name));
            else if (released.Contains(gone.Id))
                change.Refuse(new StratumReleased(gone.Name));
            measure.Strata.Remove(gone);
            change.Db.Remove(gone);
        }
        // The measure counts the changes of its groups as its own.
        change.Db.Entry(measure).Property(changed => changed.UpdatedAt).IsModified = true;
    }
}
