using System.Net;
using System.Net.Sockets;

namespace Equity.Graph.Execution.Limits;

/// <summary>How often clients may ask: a person by who it is, wherever from, and every address, whoever asks.</summary>
internal sealed class RequestRates(EquityLimits limits, TimeProvider time)
{
    private readonly TokenBuckets viewers = new(limits.OperationsPerMinutePerViewer, limits.CountedClients, time);
    private readonly TokenBuckets addresses = new(limits.OperationsPerMinutePerAddress, limits.CountedClients, time);

    /// <summary>Counts operations that come from an address.</summary>
    /// <param name="address">Where they come from; null where nobody knows, such as within the process.</param>
    /// <param name="operations">How many.</param>
    /// <returns>Why they may not run; null when they may.</returns>
    public RateError? OfAddress(IPAddress? address, int operations = 1) =>
        addresses.TryTake(NetworkOf(address), operations, out var retryAfter) ? null : new RateError("your address", limits.OperationsPerMinutePerAddress, retryAfter);

    /// <summary>Counts operations of a person who has signed in.</summary>
    /// <param name="viewer">Who it is; empty for visitors, of whom only the address is known.</param>
    /// <param name="operations">How many.</param>
    /// <returns>Why they may not run; null when they may.</returns>
    public RateError? OfViewer(string viewer, int operations = 1) =>
        viewer.Length == 0 || viewers.TryTake(viewer, operations, out var retryAfter) ? null : new RateError("you", limits.OperationsPerMinutePerViewer, retryAfter);

    /// <summary>Who has one IPv6 address has all those that share its first 64 bits.</summary>
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
