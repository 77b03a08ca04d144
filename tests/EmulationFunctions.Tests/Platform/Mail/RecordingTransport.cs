using System.Collections.Concurrent;
using EmulationFunctions.Platform.Mail;

namespace EmulationFunctions.Tests.Platform.Mail;

/// <summary>A way for mail to leave that remembers what left, and answers as a test wants.</summary>
internal sealed class RecordingTransport : IMailTransport
{
    private readonly ConcurrentQueue<(ComposedMail Mail, Guid Attempt)> _out = new();

    /// <summary>Whether it can say what became of an attempt, as Azure Communication Services can and SMTP cannot.</summary>
    public bool Knows { get; init; }

    /// <summary>What it answers instead of taking a mail; null takes it.</summary>
    public Func<ComposedMail, MailOutcome?> Answer { get; set; } = _ => null;

    /// <summary>What it answers when it is asked about a mail it has taken.</summary>
    public MailOutcome Fate { get; set; } = new MailOutcome.Sent();

    /// <summary>Takes mails and is not heard to have done so.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>A real way for mail to leave, to be taken in place of none.</summary>
    public IMailTransport? Through { get; set; }

    /// <summary>How often it was given a mail to send.</summary>
    public int Asked { get; private set; }

    public IReadOnlyList<ComposedMail> Out => [.. _out.Select(one => one.Mail)];

    public void Forget() => _out.Clear();

    public ComposedMail To(string address) => Assert.Single(Out, mail => mail.To == address);

    public Task<MailOutcome> SendAsync(ComposedMail mail, Guid attempt, CancellationToken cancellationToken)
    {
        Asked++;
        if (Through is not null)
        {
            return Through.SendAsync(mail, attempt, cancellationToken);
        }

        var answer = Answer(mail);
        if (answer is null or MailOutcome.Accepted)
        {
            _out.Enqueue((mail, attempt));
        }

        return Task.FromResult(LosesAnswers ? new MailOutcome.Later("The mail service cannot be reached.", Everybody: true) : answer ?? new MailOutcome.Sent());
    }

    public Task<MailOutcome?> FindAsync(Guid attempt, CancellationToken cancellationToken) =>
        Task.FromResult(Knows && _out.Any(one => one.Attempt == attempt) ? Fate : null);
}
