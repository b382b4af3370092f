using F23.StringSimilarity;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Search;

/// <summary>A word that nothing has, and the nearest word that something has, which was looked for instead.</summary>
/// <param name="Written">The word as it was typed.</param>
/// <param name="Used">The word that was looked for.</param>
/// <param name="Others">Other words as near.</param>
public sealed record Respelling(string Written, string Used, IReadOnlyList<string> Others);

internal static class Spelling
{
    private const int MaxCandidates = 8;
    private const int MaxOthers = 3;
    private static readonly OptimalStringAlignment Letters = new();

    extension(TrackerDb db)
    {
        /// <summary>The words that the record has in another form only, and that form: King for Kings, which need not be meant.</summary>
        internal async Task<List<Respelling>> OtherFormsAsync(Question question, CancellationToken ct)
        {
            var found = new List<Respelling>();
            foreach (var part in question.Parts.Where(p => p.CanBeMisspelt && !question.Aliased.Contains(p)).DistinctBy(p => p.Written))
            {
                if (await db.MatchingAnywhere(part.AsWritten).AnyAsync(ct))
                    continue;
                foreach (var form in part.OtherForms)
                    if (await db.MatchingAnywhere(new Sought.Phrase([form])).AnyAsync(ct))
                    {
                        found.Add(new(part.Written, form, []));
                        break;
                    }
            }
            return found;
        }

        /// <summary>The words of the record that a word is nearest to, the one that most records have first; none if all are far.</summary>
        internal async Task<Respelling?> RespellAsync(Part part, UntilChanged kept, CancellationToken ct)
        {
            var word = part.Tokens[0].Word;
            if (await db.MatchingAnywhere(part.Sought).AnyAsync(ct))
                return null;
            var vocabulary = await kept.KeepAsync("search vocabulary", () => db.Vocabulary.ToArrayAsync(ct), ct, words => 48L * words.Length);
            var most = word.Length > 5 ? 2 : 1;
            var near = vocabulary.Where(w => Math.Abs(w.Length - word.Length) <= most)
                .Select(w => (Word: w, Letters: (int)Letters.Distance(word, w))).Where(c => c.Letters <= most)
                .OrderBy(c => c.Letters).ThenBy(c => c.Word[0] != word[0]).ThenBy(c => c.Word, StringComparer.Ordinal).Take(MaxCandidates);
            var found = new List<(string Word, int Letters, int Records)>();
            foreach (var (candidate, letters) in near)
                if (await db.MatchingAnywhere(new Sought.Phrase([candidate])).CountAsync(ct) is > 0 and var records)
                    found.Add((candidate, letters, records));
            var best = found.OrderBy(c => c.Letters).ThenBy(c => c.Word[0] != word[0]).ThenByDescending(c => c.Records).ThenBy(c => c.Word, StringComparer.Ordinal).ToList();
            return best is [var first, ..] ? new(part.Written, first.Word, [.. best.Skip(1).Where(c => c.Letters == first.Letters).Take(MaxOthers).Select(c => c.Word)]) : null;
        }
    }
}
