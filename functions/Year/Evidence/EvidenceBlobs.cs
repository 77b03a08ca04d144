using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Year.Evidence;

/// <summary>The contents of a sheet's files: a blob <c>{year}-{period}/{bloc}/{unit}/{id}</c> each.</summary>
internal sealed class EvidenceBlobs(BlobServiceClient service) : FileBlobs(service, Container)
{
    public const string Container = "evidence";
}
