using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Figures;

namespace SanctuaryTracker.Features.Embeds;

/// <summary>A figure for another site's frame.</summary>
public sealed class FigureModel(FigureRoom room, TrackerDb db) : Figures.DetailsModel(room, db);
