using System.Numerics.Tensors;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;

namespace Equity.Matching;

/// <summary>
/// The sentence encoder: English text in, a unit vector out; the inner product of two vectors says how well two texts belong together.
/// Thread-safe. Lazy: the model is loaded at the first text it encodes. See MODEL.md beside the model for where it comes from.
/// </summary>
public sealed class SentenceEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string ModelFile = "model.onnx", VocabularyFile = "vocab.txt";
    private static readonly string[] Inputs = ["input_ids", "attention_mask"];
    private static readonly string[] Outputs = ["sentence_embedding"];

    private readonly Lazy<InferenceSession> session;
    private readonly Lazy<WordPieces> words;
    private readonly Lazy<string> modelId;

    private SentenceEncoder(string model, string vocabulary)
    {
        session = new(() => Load(model));
        words = new(() => new WordPieces(vocabulary));
        modelId = new(() => IdOf(model));
    }

    /// <summary>Whether a folder holds a model and its vocabulary.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, ModelFile)) && File.Exists(Path.Combine(folder, VocabularyFile));

    /// <summary>An encoder over a folder that holds <c>model.onnx</c> and <c>vocab.txt</c>. Reads neither yet.</summary>
    /// <exception cref="FileNotFoundException">The folder lacks one of the two.</exception>
    public static SentenceEncoder FromFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return new(Existing(ModelFile), Existing(VocabularyFile));

        string Existing(string name)
        {
            var path = Path.GetFullPath(Path.Combine(folder, name));
            return File.Exists(path) ? path : throw new FileNotFoundException($"The sentence encoder needs the file {name}, but {path} is not there.", path);
        }
    }

    /// <summary>
    /// The folder's name and the first 12 hex digits of the SHA-256 of <c>model.onnx</c>, and how long texts are
    /// read, such as "equity-minilm-l6-15ee65157ca2-pooled": stored vectors belong to exactly these bytes (two quantised models of one shape have the same
    /// length, so length would not do), read so. Hashed once, when first asked.
    /// </summary>
    public string ModelId => modelId.Value;

    /// <summary>The length of every vector.</summary>
    public int Dimensions { get; } = 384;

    /// <summary>
    /// One text as <c>float[Dimensions]</c>, unit length. Any string will do, the empty one too. A text of more than 256 tokens is read in pieces, cut between
    /// sentences; its vector is their mean, each counting by its length.
    /// </summary>
    public float[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = words.Value.Pieces(text);
        if (pieces.Count == 1) return Run(pieces[0]);
        var sum = new float[Dimensions];
        foreach (var piece in pieces) TensorPrimitives.MultiplyAdd(Run(piece), piece.Length, sum, sum);
        TensorPrimitives.Divide(sum, TensorPrimitives.Norm(sum), sum);
        return sum;
    }

    /// <summary>One run of the model.</summary>
    internal float[] Run(long[] ids)
    {
        var mask = new long[ids.Length];
        Array.Fill(mask, 1);
        var vector = new float[Dimensions];
        using var options = new RunOptions();
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, [1, mask.Length]);
        using var vectorValue = OrtValue.CreateTensorValueFromMemory(vector, [1, Dimensions]);
        session.Value.Run(options, Inputs, [idsValue, maskValue], Outputs, [vectorValue]);
        return vector;
    }

    /// <summary>
    /// Many texts, in their order, each as <see cref="Encode"/> would: one text a run (a batch would change the numbers and gain nothing on a
    /// processor), one caller a core. Blocks until done.
    /// </summary>
    /// <param name="texts">Any number; equal texts are encoded each time.</param>
    /// <param name="progress">Told how many are done after each text, from any thread, so perhaps out of order.</param>
    /// <param name="cancel">Stops between two texts.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the end.</exception>
    public IReadOnlyList<float[]> EncodeAll(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = new float[texts.Count][];
        int next = -1, done = 0;
        var callers = Math.Min(Environment.ProcessorCount, texts.Count);
        if (callers == 0) return vectors;
        var options = new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = cancel };
        Parallel.For(0, callers, options, _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < texts.Count;)
            {
                cancel.ThrowIfCancellationRequested();
                vectors[i] = Encode(texts[i]);
                progress?.Report(Interlocked.Increment(ref done));
            }
        });
        return vectors;
    }

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        return Task.Run(
            () => new GeneratedEmbeddings<Embedding<float>>(
                EncodeAll(texts, cancel: cancellationToken).Select(v => new Embedding<float>(v) { ModelId = ModelId })),
            cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        return serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("equity", null, ModelId, Dimensions)
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Frees the model, if it was loaded. Nobody may be encoding.</summary>
    public void Dispose()
    {
        if (session.IsValueCreated) session.Value.Dispose();
    }

    private static InferenceSession Load(string model)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        };
        return new InferenceSession(model, options);
    }

    private static string IdOf(string model)
    {
        using var bytes = File.OpenRead(model);
        return $"{Path.GetFileName(Path.GetDirectoryName(model))}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}-pooled";
    }
}
