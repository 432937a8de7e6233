using Equity.Graph.Execution;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Snapshooter;
using Snapshooter.Xunit;

namespace Equity.Graph.Tests.Execution;

[Collection(nameof(Community))]
public class SchemaTests(EquityHost host)
{
    private static readonly string[] OfTheLanguage = ["String", "Boolean", "ID", "Int", "Float"];

    [Fact]
    public void The_schema_changes_only_on_purpose()
    {
        // The snapshot is the committed file itself, put where Snapshooter looks for it. To accept a change:
        // dotnet run --project src/Equity.Graph -- schema > schema/equity.graphql
        var folder = Directory.CreateTempSubdirectory("equity-schema-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "__snapshots__"));
        File.Copy(Repository.Path("schema", "equity.graphql"), Path.Combine(folder, "__snapshots__", "equity.graphql"));
        Snapshot.Match(host.Services.GetRequiredService<EquitySchema>().Sdl, new SnapshotFullName("equity.graphql", folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Everything_in_the_schema_is_described()
    {
        var schema = host.Services.GetRequiredService<EquitySchema>();
        schema.Initialize();
        var missing = new List<string>();
        foreach (var type in schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !OfTheLanguage.Contains(type.Name)))
        {
            Note(type.Description, type.Name);
            foreach (var field in (type as IComplexGraphType)?.Fields.AsEnumerable() ?? [])
            {
                Note(field.Description, $"{type.Name}.{field.Name}");
                foreach (var argument in field.Arguments?.AsEnumerable() ?? [])
                    Note(argument.Description, $"{type.Name}.{field.Name}({argument.Name})");
            }
            foreach (var value in (type as EnumerationGraphType)?.Values.AsEnumerable() ?? [])
                Note(value.Description, $"{type.Name}.{value.Name}");
        }
        Assert.Empty(missing);

        void Note(string? description, string what)
        {
            if (string.IsNullOrWhiteSpace(description))
                missing.Add(what);
        }
    }
}
