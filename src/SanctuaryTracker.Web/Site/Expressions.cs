using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace SanctuaryTracker.Site;

/// <summary>Lets one expression be used within another, in its last parameter's place, so that a derived value is written once and still translates to SQL.</summary>
public static class Expressions
{
    public static Expression<Func<T, TResult>> With<T, TValue, TResult>(this Expression<Func<T, TValue, TResult>> shape, Expression<Func<T, TValue>> value) =>
        (Expression<Func<T, TResult>>)Inlined(shape, value);

    public static Expression<Func<T, T1, TResult>> With<T, T1, TValue, TResult>(this Expression<Func<T, T1, TValue, TResult>> shape, Expression<Func<T, TValue>> value) =>
        (Expression<Func<T, T1, TResult>>)Inlined(shape, value);

    public static Expression<Func<T, T1, T2, TResult>> With<T, T1, T2, TValue, TResult>(this Expression<Func<T, T1, T2, TValue, TResult>> shape, Expression<Func<T, TValue>> value) =>
        (Expression<Func<T, T1, T2, TResult>>)Inlined(shape, value);

    public static Expression<Func<T, T1, T2, T3, TResult>> With<T, T1, T2, T3, TValue, TResult>(this Expression<Func<T, T1, T2, T3, TValue, TResult>> shape, Expression<Func<T, TValue>> value) =>
        (Expression<Func<T, T1, T2, T3, TResult>>)Inlined(shape, value);

    public static Expression<Func<T, T1, T2, T3, T4, TResult>> With<T, T1, T2, T3, T4, TValue, TResult>(this Expression<Func<T, T1, T2, T3, T4, TValue, TResult>> shape, Expression<Func<T, TValue>> value) =>
        (Expression<Func<T, T1, T2, T3, T4, TResult>>)Inlined(shape, value);

    private static LambdaExpression Inlined(LambdaExpression shape, LambdaExpression value)
    {
        var inlined = new Swap(value.Parameters[0], shape.Parameters[0]).Visit(value.Body);
        return Expression.Lambda(new Swap(shape.Parameters[^1], inlined).Visit(shape.Body), [.. shape.Parameters.SkipLast(1)]);
    }

    private sealed class Swap(Expression from, Expression to) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
