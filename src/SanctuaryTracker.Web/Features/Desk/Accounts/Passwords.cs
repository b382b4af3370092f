using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>What a password may be: long, and none that others would try first.</summary>
/// <remarks>The words are those of common-passwords.txt, which tells where it is from.</remarks>
public sealed class Passwords : IPasswordValidator<Editor>
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    private const int MinNameLength = 4;
    private const int MinWordLength = 5;

    /// <summary>So many characters around a common word make no good password of it.</summary>
    private const int MaxPadding = 4;

    private static readonly Lazy<FrozenSet<string>> Common = new(Read);

    public Task<IdentityResult> ValidateAsync(UserManager<Editor> manager, Editor user, string? password) =>
        Task.FromResult(Problem(password ?? "", user.Name, user.Email) is { } problem ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = problem }) : IdentityResult.Success);

    /// <summary>Why it is refused; null if it is good.</summary>
    public static string? Problem(string password, string? name, string? email)
    {
        if (password.Length < MinLength)
            return $"Use at least {MinLength} characters. Several words that do not belong together are long and easy to keep in mind.";
        if (password.Length > MaxLength)
            return $"Use at most {MaxLength} characters.";
        var folded = Text.Fold(password);
        if (Names(name, email).Any(part => folded.Contains(part, StringComparison.Ordinal)))
            return "Leave out your name, your e-mail address and the name of this site: whoever guesses begins with them.";
        return IsCommon(folded) || IsCommon(Plain(folded)) ? "This password is among those that are tried first, alone or with a few characters added. Choose another." : null;
    }

    private static IEnumerable<string> Names(string? name, string? email) =>
        $"{name} {email?.Split('@')[0]} sanctuarytracker sanctuary-tracker".Split([' ', '.', '_', '+', ','], StringSplitOptions.RemoveEmptyEntries)
            .Append(name?.Replace(" ", "", StringComparison.Ordinal) ?? "").Select(Text.Fold).Where(part => part.Length >= MinNameLength);

    private static bool IsCommon(string password)
    {
        var word = password.Trim([.. password.Where(c => !char.IsLetter(c))]);
        return Common.Value.Contains(password) || word.Length < MinWordLength || Common.Value.Contains(word)
            || password.Distinct().Count() < MinWordLength || IsRepeated(password) || IsCounted(password)
            || Enumerable.Range(1, MaxPadding).Any(n => Common.Value.Contains(password[n..]) || Common.Value.Contains(password[..^n]));
    }

    /// <summary>One part over and over.</summary>
    private static bool IsRepeated(string password) =>
        Enumerable.Range(1, Math.Min(MinLength - 1, password.Length / 2)).Any(length => password.AsSpan(length).SequenceEqual(password.AsSpan(0, password.Length - length)));

    /// <summary>Mostly 123 or abc, up or down.</summary>
    private static bool IsCounted(string password) => password.Zip(password.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) <= 1) * 4 >= (password.Length - 1) * 3;

    private static string Plain(string password) => string.Concat(password.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(Passwords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length >= MinWordLength && !line.StartsWith("# ", StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
    }
}
