using SanctuaryTracker.Features.Desk.Accounts;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData("short", "at least 12")]
    [InlineData("Password1234", "tried first")]
    [InlineData("p@ssw0rd!!!!", "tried first")]
    [InlineData("qwertyuiop12", "tried first")]
    [InlineData("iloveyou2018!", "tried first")]
    [InlineData("123456789012", "tried first")]
    [InlineData("aaaaaaaaaaaaaa", "tried first")]
    [InlineData("abcdefghijklmn", "tried first")]
    [InlineData("monkeymonkeymonkey", "tried first")]
    [InlineData("SanctuaryTracker2018", "name of this site")]
    [InlineData("the lovelace engine", "your name")]
    [InlineData("ada.king and so on", "your name")]
    public void A_password_that_is_tried_first_is_refused(string password, string said) =>
        Passwords.Problem(password, "Ada Lovelace", "ada.king@example.org").Should().Contain(said);

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("seven green bicycles")]
    [InlineData("vK8#qT2m!xZ4")]
    public void A_long_one_that_nobody_tries_is_good(string password) => Passwords.Problem(password, "Ada Lovelace", "ada@example.org").Should().BeNull();

    [Fact]
    public void There_is_a_longest_one() => Passwords.Problem(string.Concat(Enumerable.Range(0, 60).Select(i => $"word{i} ")), "Ada", "ada@example.org").Should().Contain("at most 256");
}
