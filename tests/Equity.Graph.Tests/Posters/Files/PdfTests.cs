using System.IO.Compression;
using System.Text;

namespace Equity.Graph.Tests.Posters.Files;

public class PdfTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_pdf_is_kept_as_it_is_and_comes_as_a_file_to_save()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Sends A Pdf"), "For the wall");
        var address = (await host.TakenAsync("amina", poster, Pictures.Pdf())).Text("pdfUrl");
        using var response = await host.ClientFor("amina").GetAsync(address);
        Assert.Equal(Pictures.Pdf(), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment; filename=for-the-wall.pdf; filename*=UTF-8''for-the-wall.pdf", response.Content.Headers.ContentDisposition!.ToString());
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "JavaScript")]
    [InlineData("/OpenAction 4 0 R", "JavaScript", "<< /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/AA << /WC << /S /Launch /F (calc.exe) >> >>", "starts a program")]
    [InlineData("/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>", "attached file", "<< /Type /Filespec /F (a) >>")]
    [InlineData("/AcroForm << /XFA 4 0 R /Fields [] >>", "XFA", "(form)")]
    [InlineData("", "player", "<< /Type /Annot /Subtype /RichMedia >>")]
    [InlineData("", "sends", "[<< /A << /S /SubmitForm /F (https://example.org) >> >>]")]
    public async Task A_pdf_that_does_more_than_show_is_refused(string catalog, string what, params string[] objects)
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", $"Active {what} {catalog.Length}"));
        var problem = await host.RefusedAsync("amina", poster, Pictures.Pdf(catalog, objects), 422);
        Assert.Contains(what, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_and_a_page_to_open_at_are_no_harm()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Harmless Pdf"));
        await host.TakenAsync("amina", poster, Pictures.Pdf("/OpenAction [3 0 R /Fit]", "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>"));
    }

    [Theory]
    [InlineData("%PDF-1.7 and nothing more")]
    [InlineData("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>")]
    public async Task What_only_begins_as_a_pdf_is_refused(string content)
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", $"Half A Pdf {content.Length}"));
        Assert.Equal("Cannot be read", (await host.RefusedAsync("amina", poster, Encoding.ASCII.GetBytes(content), 422)).Text("title"));
    }

    [Fact]
    public async Task Javascript_that_is_packed_is_found_too()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Packed Javascript"));
        Assert.Contains("JavaScript", (await host.RefusedAsync("amina", poster, Packed("4 0 << /S /JavaScript /JS (app.alert(1)) >>"), 422)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_that_unpacks_to_very_much_is_refused_before_it_is_all_there()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Pdf Bomb"));
        var bomb = Packed("4 0 << /A (" + new string('x', 60_000_000) + ") >>");
        Assert.InRange(bomb.Length, 1, 1_000_000);
        var before = GC.GetTotalAllocatedBytes();
        await host.RefusedAsync("amina", poster, bomb, 422);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000);
    }

    /// <summary>A PDF whose fourth object lies in a packed stream, as today's writers do it.</summary>
    private static byte[] Packed(string objects)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(Encoding.Latin1.GetBytes(objects));
        using var pdf = new MemoryStream();
        var places = new List<int>();
        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n");
        foreach (var (i, content) in new[] { "<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>" }.Index())
        {
            places.Add((int)pdf.Position);
            Write($"{i + 1} 0 obj\n{content}\nendobj\n");
        }
        var stream = (int)pdf.Position;
        Write($"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n");
        pdf.Write(packed.ToArray());
        Write("\nendstream\nendobj\n");
        var table = (int)pdf.Position;
        byte[] rows = [.. Row(0, 0, 255), .. Row(1, places[0], 0), .. Row(1, places[1], 0), .. Row(1, places[2], 0), .. Row(2, 5, 0), .. Row(1, stream, 0), .. Row(1, table, 0)];
        Write($"6 0 obj\n<< /Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Length {rows.Length} >>\nstream\n");
        pdf.Write(rows);
        Write($"\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();

        static byte[] Row(byte kind, int place, byte rest) => [kind, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, rest];
    }
}
