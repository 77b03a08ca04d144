using EmulationFunctions.Tests;

namespace EmulationFunctions.Benchmarks;

/// <summary>What something takes of storage.</summary>
/// <param name="Tables">Calls of the table service.</param>
/// <param name="Blobs">Calls of the blob service.</param>
/// <param name="Rows">Rows it leaves.</param>
/// <param name="RowBytes">What those take, as Azure counts them.</param>
/// <param name="BlobBytes">What it leaves in blobs.</param>
/// <param name="Moved">Bytes that go to storage and come back.</param>
internal readonly record struct YearUse(double Tables, double Blobs, double Rows, double RowBytes, double BlobBytes, double Moved)
{
    public double Calls => Tables + Blobs;

    public static YearUse operator +(YearUse one, YearUse other) => new(
        one.Tables + other.Tables, one.Blobs + other.Blobs, one.Rows + other.Rows, one.RowBytes + other.RowBytes, one.BlobBytes + other.BlobBytes, one.Moved + other.Moved);

    public static YearUse operator -(YearUse one, YearUse other) => one + other * -1;

    public static YearUse operator *(YearUse one, double times) =>
        new(one.Tables * times, one.Blobs * times, one.Rows * times, one.RowBytes * times, one.BlobBytes * times, one.Moved * times);

    public static YearUse Of(StorageCalls calls, (long Rows, long RowBytes, long BlobBytes) kept) =>
        new(calls.Counts.Tables + calls.Counts.Marks, calls.Counts.Blobs, kept.Rows, kept.RowBytes, kept.BlobBytes, calls.Bytes);
}
