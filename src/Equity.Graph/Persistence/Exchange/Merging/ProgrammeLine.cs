using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Programmes;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>A line of the input that tells of a programme.</summary>
internal static class ProgrammeLine
{
    /// <summary>Puts into a programme what is given and allowed; phases that are not mentioned are kept.</summary>
    public static void Merge(Fields fields, Programme programme, ImportRun run)
    {
        fields.Text(ProgrammeRules.Name, name => programme.Name = name!);
        fields.Text(ProgrammeRules.SharedAim, aim => programme.SharedAim = aim);
        var numbers = new HashSet<int>();
        foreach (var phase in fields.Objects("phases") ?? [])
            MergePhase(new Fields(phase, FieldNames.Phase, run.Problems), programme, numbers);
    }

    private static void MergePhase(Fields fields, Programme programme, HashSet<int> numbers)
    {
        var number = 0;
        fields.Number(ProgrammeRules.Phase with { Field = "number" }, n => number = (int)n!, required: true);
        var phase = programme.Phases.Find(p => p.Number == number) ?? new ProgrammePhase { Number = number };
        if (number > 0 && !numbers.Add(number))
            fields.Problem("number", $"is {number}, as an earlier phase of the programme is");
        else if (number > 0 && !programme.Phases.Contains(phase))
            programme.Phases.Add(phase);
        fields.Text(ProgrammeRules.PhaseName, name => phase.Name = name);
        fields.Text(ProgrammeRules.SharedAim, aim => phase.SharedAim = aim);
    }
}
