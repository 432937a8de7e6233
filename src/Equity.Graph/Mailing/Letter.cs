namespace Equity.Graph.Mailing;

/// <summary>A mail that tells a person that something waits.</summary>
/// <param name="To">The person's address.</param>
/// <param name="Id">The message's id: the same whenever it is sent again.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">What it says, in plain text.</param>
/// <param name="StopAddress">Where the person says that no more of this kind are wanted.</param>
/// <param name="At">When it is written.</param>
internal sealed record Letter(string To, string Id, string Subject, string Text, string StopAddress, DateTimeOffset At);

/// <summary>Brings letters to people.</summary>
internal interface INotificationSender
{
    /// <summary>Sends one.</summary>
    /// <exception cref="LetterRefusedException">This letter is not taken; others may be.</exception>
    /// <exception cref="Exception">No letter can be sent now.</exception>
    Task SendAsync(Letter letter, CancellationToken cancel);
}

/// <summary>A letter that is not taken.</summary>
/// <param name="forGood">Whether it never will be, such as for an address that is not there.</param>
/// <param name="why">What the mail server said.</param>
internal sealed class LetterRefusedException(bool forGood, Exception why) : Exception("The mail server refuses the letter.", why)
{
    public bool ForGood { get; } = forGood;
}
