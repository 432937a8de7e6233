using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Equity.Matching;

/// <summary>How likely an answer is to be yes, by some numbers: a logistic regression (ML.NET's, by L-BFGS on one thread, so that it comes out the same every time).</summary>
/// <param name="Coefficients">One a number.</param>
/// <param name="Bias">The logarithm of the odds where all numbers are 0.</param>
internal sealed record AnswerModel(IReadOnlyList<double> Coefficients, double Bias)
{
    /// <summary>Only keeps coefficients finite where numbers part the answers cleanly: what is learnt is held back by <see cref="LearningOptions.Hold"/>.</summary>
    private const float Damping = 0.01f;

    /// <summary>Fits.</summary>
    /// <param name="rows">The numbers and the answer, in an order that is always the same; both answers occur.</param>
    public static AnswerModel Fit(IReadOnlyList<(float[] Numbers, bool Yes)> rows)
    {
        var ml = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Numbers.Length);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = Damping,
            OptimizationTolerance = 1e-8f,
            NumberOfThreads = 1,
        });
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(rows.Select(row => new Row { Features = row.Numbers, Label = row.Yes }), schema)).Model.SubModel;
        return new([.. model.Weights.Select(weight => (double)weight)], model.Bias);
    }

    /// <summary>The logarithm of the probability of an answer.</summary>
    public double LogLikelihood(double number, bool yes)
    {
        var odds = Bias + Coefficients[0] * number;
        var against = yes ? -odds : odds;
        return -(Math.Max(0, against) + Math.Log(1 + Math.Exp(-Math.Abs(against))));
    }

    private sealed class Row
    {
        public float[] Features { get; init; } = [];

        public bool Label { get; init; }
    }
}
