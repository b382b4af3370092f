namespace SanctuaryTracker.Model;

/// <summary>States, the federal district and territories, by USPS code.</summary>
public static class States
{
    public static IReadOnlyDictionary<string, string> Names { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["AK"] = "Alaska", ["AL"] = "Alabama", ["AR"] = "Arkansas", ["AS"] = "American Samoa", ["AZ"] = "Arizona", ["CA"] = "California", ["CO"] = "Colorado",
        ["CT"] = "Connecticut", ["DC"] = "District of Columbia", ["DE"] = "Delaware", ["FL"] = "Florida", ["GA"] = "Georgia", ["GU"] = "Guam", ["HI"] = "Hawaii",
        ["IA"] = "Iowa", ["ID"] = "Idaho", ["IL"] = "Illinois", ["IN"] = "Indiana", ["KS"] = "Kansas", ["KY"] = "Kentucky", ["LA"] = "Louisiana",
        ["MA"] = "Massachusetts", ["MD"] = "Maryland", ["ME"] = "Maine", ["MI"] = "Michigan", ["MN"] = "Minnesota", ["MO"] = "Missouri",
        ["MP"] = "Northern Mariana Islands", ["MS"] = "Mississippi", ["MT"] = "Montana", ["NC"] = "North Carolina", ["ND"] = "North Dakota", ["NE"] = "Nebraska",
        ["NH"] = "New Hampshire", ["NJ"] = "New Jersey", ["NM"] = "New Mexico", ["NV"] = "Nevada", ["NY"] = "New York", ["OH"] = "Ohio", ["OK"] = "Oklahoma",
        ["OR"] = "Oregon", ["PA"] = "Pennsylvania", ["PR"] = "Puerto Rico", ["RI"] = "Rhode Island", ["SC"] = "South Carolina", ["SD"] = "South Dakota",
        ["TN"] = "Tennessee", ["TX"] = "Texas", ["UT"] = "Utah", ["VA"] = "Virginia", ["VI"] = "US Virgin Islands", ["VT"] = "Vermont", ["WA"] = "Washington",
        ["WI"] = "Wisconsin", ["WV"] = "West Virginia", ["WY"] = "Wyoming",
    };

    public static string? NameOf(string? code) => code is not null && Names.TryGetValue(code, out var name) ? name : code;
}
