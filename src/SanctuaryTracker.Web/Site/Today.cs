namespace SanctuaryTracker.Site;

public static class Days
{
    extension(TimeProvider clock)
    {
        /// <summary>The calendar date, in UTC; queries are given it and never read the clock.</summary>
        public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    }
}
