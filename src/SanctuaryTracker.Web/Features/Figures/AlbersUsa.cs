namespace SanctuaryTracker.Features.Figures;

/// <summary>Where a place lies on the map: equal-area conics for the lower 48 states, Alaska and Hawaii in one frame of 975 × 610, as the outlines have them.</summary>
public static class AlbersUsa
{
    public const double Width = 975;
    public const double Height = 610;
    private const double Scale = 1300, CentreX = 487.5, CentreY = 305;

    private static readonly (Conic Conic, double Left, double Top, double Right, double Bottom)[] Parts =
    [
        (new(96, -0.6, 38.7, 29.5, 45.5, 1, 0, 0), -0.455, -0.238, 0.455, 0.239),
        (new(154, -2, 58.5, 55, 65, 0.35, -0.307, 0.201), -0.425, 0.120, -0.214, 0.234),
        (new(157, -3, 19.9, 8, 18, 1, -0.205, 0.212), -0.214, 0.166, -0.115, 0.234),
    ];

    /// <summary>The point for a latitude and longitude in degrees; null outside the fifty states' parts of the map.</summary>
    public static (double X, double Y)? Project(double latitude, double longitude)
    {
        foreach (var (conic, left, top, right, bottom) in Parts)
        {
            var (x, y) = conic.Project(latitude, longitude);
            if (x >= left && x <= right && y >= top && y <= bottom)
                return (CentreX + Scale * x, CentreY + Scale * y);
        }
        return null;
    }

    /// <summary>An equal-area conic turned to a meridian, in units of the whole map's scale, y downwards.</summary>
    private sealed class Conic
    {
        private readonly double meridian, scale, n, c, r0, x0, y0;

        public Conic(double meridian, double centreLongitude, double centreLatitude, double parallel1, double parallel2, double scale, double x, double y)
        {
            (this.meridian, this.scale) = (meridian, scale);
            var sine = Math.Sin(Radians(parallel1));
            n = (sine + Math.Sin(Radians(parallel2))) / 2;
            c = 1 + sine * (2 * n - sine);
            r0 = Math.Sqrt(c) / n;
            var (centreX, centreY) = Raw(Radians(centreLongitude), Radians(centreLatitude));
            (x0, y0) = (x - scale * centreX, y - scale * centreY);
        }

        public (double X, double Y) Project(double latitude, double longitude)
        {
            var (x, y) = Raw(Radians(Math.IEEERemainder(longitude + meridian, 360)), Radians(latitude));
            return (x0 + scale * x, y0 + scale * y);
        }

        private (double X, double Y) Raw(double lambda, double phi)
        {
            var r = Math.Sqrt(Math.Max(0, c - 2 * n * Math.Sin(phi))) / n;
            return (r * Math.Sin(lambda * n), r * Math.Cos(lambda * n) - r0);
        }

        private static double Radians(double degrees) => degrees * Math.PI / 180;
    }
}
