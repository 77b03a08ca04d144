namespace EmulationFunctions.Platform.Mail;

/// <summary>What one run of <see cref="MailDelivery"/> knows.</summary>
internal sealed class DeliveryRun(WriteMail write)
{
    public WriteMail Write { get; } = write;

    /// <summary>A sentence for each mail something was done about.</summary>
    public List<string> Done { get; } = [];

    public List<Exception> Failures { get; } = [];

    /// <summary>A mail may leave that was taken from the budget and not sent yet.</summary>
    public bool HasPermit { get; set; }

    public bool IsServed { get; set; }

    public bool IsAskingOver { get; set; }

    public bool IsOver { get; set; }

    /// <summary>How many were refused, as long as nobody was served.</summary>
    public int Refusals { get; set; }
}
