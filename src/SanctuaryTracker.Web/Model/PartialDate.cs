using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SanctuaryTracker.Model;

/// <summary>A calendar date known to the year, month or day: <c>2018</c>, <c>2018-01</c>, <c>2018-01-24</c>; <c>~</c> after it if about.</summary>
/// <remarks>One text column that sorts and compares as written; its operators translate to SQL.</remarks>
[JsonConverter(typeof(PartialDateJsonConverter))]
public readonly partial record struct PartialDate : IParsable<PartialDate>, IComparable<PartialDate>
{
    public const int MaxLength = 11;
    public const string Pattern = @"^\d{4}(-\d{2}(-\d{2})?)?~?$";
    public const string Expected = "Give a date as 2018, 2018-01 or 2018-01-24, with ~ after it if about.";

    private PartialDate(string value) => Value = value;

    public string Value { get; }

    public bool IsAbout => Value.EndsWith('~');

    private string Digits => Value.TrimEnd('~');

    public static PartialDate Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static PartialDate Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var date) ? date : throw new FormatException(Expected);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PartialDate result)
    {
        result = default;
        var text = s?.Trim() ?? "";
        if (!Form().IsMatch(text))
            return false;
        var digits = text.TrimEnd('~');
        var whole = digits + "0001-01-01"[digits.Length..];
        if (!DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1700 or > 2999)
            return false;
        result = new(text);
        return true;
    }

    /// <summary>Whether this date is certainly earlier, as far as both are known: 2018 is not before 2018-01-24.</summary>
    public bool IsBefore(PartialDate? other)
    {
        if (other is not { } there)
            return false;
        var known = Math.Min(Digits.Length, there.Digits.Length);
        return !IsAbout && !there.IsAbout && string.CompareOrdinal(Digits[..known], there.Digits[..known]) < 0;
    }

    /// <summary>The first day this date can mean.</summary>
    public DateOnly FirstDay => DateOnly.ParseExact(Digits + "0001-01-01"[Digits.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The last day this date can mean.</summary>
    public DateOnly LastDay
    {
        get
        {
            var parts = Digits.Split('-').Select(int.Parse).ToArray();
            var month = parts.Length > 1 ? parts[1] : 12;
            return new(parts[0], month, parts.Length > 2 ? parts[2] : DateTime.DaysInMonth(parts[0], month));
        }
    }

    /// <summary>In words, and never more precise than known: “24 January 2018”, “January 2018”, “about 2018”.</summary>
    public string InWords()
    {
        var parts = Digits.Split('-');
        var words = parts.Length == 1
            ? parts[0]
            : $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(int.Parse(parts[1]))} {parts[0]}";
        if (parts.Length == 3)
            words = $"{int.Parse(parts[2])} {words}";
        return IsAbout ? $"about {words}" : words;
    }

    public int CompareTo(PartialDate other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}

internal sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(date => date.Value, text => PartialDate.Parse(text, null));

internal sealed class PartialDateJsonConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PartialDate.TryParse(reader.GetString(), null, out var date) ? date : throw new JsonException(PartialDate.Expected);

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
