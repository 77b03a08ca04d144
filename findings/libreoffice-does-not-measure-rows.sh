#!/usr/bin/env bash
# LibreOffice Calc 7.4.7 (Debian 12, apt), reading what DocumentFormat.OpenXml 3.3.0 (NuGet) writes
#
# Guess:  a row of a workbook without a height is as high as its wrapped text: the program that opens it measures. So whoever
#         writes a workbook leaves heights out, or gives only those of the rows that somebody fixed.
# Seen:   converted without a window, a row without a height is one line high, though it is marked as one whose height follows
#         from its text; of five lines four lie over the rows below. A height that is there is taken as it is, fixed or not.
# Matter: offices hand on the PDF of a table. Whoever writes workbooks must give every row with wrapped text a height, measured
#         by himself; not marked as fixed, it still follows the text when somebody edits it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 HOME="$folder"

command -v soffice > /dev/null || apt-get install -y --no-install-recommends libreoffice-calc=4:7.4.7-1+deb12u14 > installed.txt
cat > rows.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="DocumentFormat.OpenXml" Version="3.3.0" />
  </ItemGroup>
</Project>
PROJECT
cat > Program.cs <<'PROGRAM'
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

if (args is ["write", ..])
{
    using var document = SpreadsheetDocument.Create("rows.xlsx", SpreadsheetDocumentType.Workbook);
    var book = document.AddWorkbookPart();
    book.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Liberation Serif" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat(new Alignment { WrapText = true }) { ApplyAlignment = true }));
    var part = book.AddNewPart<WorksheetPart>();
    part.Worksheet = new(
        new Columns(new Column { Min = 1, Max = 1, Width = 20, CustomWidth = true }),
        new SheetData(new Row[] { new(), new() { Height = 75 }, new() { Height = 75, CustomHeight = true } }.Select((row, index) =>
        {
            row.RowIndex = (uint)index + 1;
            row.Append(new Cell
            {
                CellReference = $"A{index + 1}",
                StyleIndex = 1,
                DataType = CellValues.InlineString,
                InlineString = new(new Text("Hoàn thành các chỉ tiêu, nhiệm vụ được giao trong năm, đúng tiến độ và bảo đảm chất lượng")),
            });
            return row;
        })));
    book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "a" }));
    return;
}

XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
var read = XDocument.Load("rows.fods");
var looks = read.Descendants(style + "style").ToDictionary(one => (string)one.Attribute(style + "name")!, one => one.Element(style + "table-row-properties"));
foreach (var row in read.Descendants(table + "table-row").Take(3))
{
    var look = looks[(string)row.Attribute(table + "style-name")!]!;
    var inches = double.Parse(((string)look.Attribute(style + "row-height")!).TrimEnd('i', 'n'), System.Globalization.CultureInfo.InvariantCulture);
    Console.WriteLine($"{(inches < 0.25 ? "one line high" : $"{inches * 72:0} points high")}, follows its text: {(string?)look.Attribute(style + "use-optimal-row-height")}");
}
PROGRAM

dotnet run -- write
soffice --headless --convert-to fods rows.xlsx > converted.txt 2>&1
seen=$(dotnet run -- read)
echo "$seen"
[ "$seen" = "one line high, follows its text: true
75 points high, follows its text: true
75 points high, follows its text: false" ]
