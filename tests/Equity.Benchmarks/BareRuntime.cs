using Equity.Matching;
using Microsoft.ML.OnnxRuntime;

namespace Equity.Benchmarks;

/// <summary>The encoder's model with nothing around it: one session, one caller a core, texts tokenised beforehand.</summary>
internal sealed class BareRuntime(string folder) : IDisposable
{
    private readonly WordPieces words = new(Path.Combine(folder, "vocab.txt"));
    private readonly SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL };
    private InferenceSession? session;

    public long[][] Tokenise(string[] texts) => [.. texts.Select(words.Ids)];

    public void Run(long[][] texts)
    {
        session ??= new InferenceSession(Path.Combine(folder, "model.onnx"), options);
        var next = -1;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            using var runOptions = new RunOptions();
            for (int i; (i = Interlocked.Increment(ref next)) < texts.Length;)
            {
                var mask = new long[texts[i].Length];
                Array.Fill(mask, 1);
                using var ids = OrtValue.CreateTensorValueFromMemory(texts[i], [1, mask.Length]);
                using var ones = OrtValue.CreateTensorValueFromMemory(mask, [1, mask.Length]);
                using var outputs = session.Run(runOptions, ["input_ids", "attention_mask"], [ids, ones], ["sentence_embedding"]);
            }
        });
    }

    public void Dispose()
    {
        session?.Dispose();
        options.Dispose();
    }
}
