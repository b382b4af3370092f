using Microsoft.AspNetCore.Mvc;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A figure as a section of another page: <c>&lt;vc:figure kind="Map" slug="…" /&gt;</c>.</summary>
public sealed class FigureViewComponent(FigureRoom room) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(FigureKind kind, string slug) =>
        await room.FindAsync(kind, slug, HttpContext.RequestAborted) is { SaysMuch: true } figure ? View("/Features/Figures/_Section.cshtml", figure) : Content("");
}
