using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace SanctuaryTracker.Site;

/// <summary>Lets one expression be used within another, so that a derived value is written once and still translates to SQL.</summary>
public static class Expressions
{
    public static Expression<Func<T, TResult>> With<T, TValue, TResult>(this Expression<Func<T, TValue, TResult>> shape, Expression<Func<T, TValue>> value)
    {
        var row = shape.Parameters[0];
        var inlined = new Swap(value.Parameters[0], row).Visit(value.Body);
        return Expression.Lambda<Func<T, TResult>>(new Swap(shape.Parameters[1], inlined).Visit(shape.Body), row);
    }

    public static Expression<Func<T, TFirst, TResult>> With<T, TFirst, TSecond, TResult>(this Expression<Func<T, TFirst, TSecond, TResult>> shape, Expression<Func<T, TSecond>> value)
    {
        var row = shape.Parameters[0];
        var inlined = new Swap(value.Parameters[0], row).Visit(value.Body);
        return Expression.Lambda<Func<T, TFirst, TResult>>(new Swap(shape.Parameters[2], inlined).Visit(shape.Body), row, shape.Parameters[1]);
    }

    public static Expression<Func<T, TFirst, TSecond, TResult>> With<T, TFirst, TSecond, TThird, TResult>(this Expression<Func<T, TFirst, TSecond, TThird, TResult>> shape, Expression<Func<T, TThird>> value)
    {
        var row = shape.Parameters[0];
        var inlined = new Swap(value.Parameters[0], row).Visit(value.Body);
        return Expression.Lambda<Func<T, TFirst, TSecond, TResult>>(new Swap(shape.Parameters[3], inlined).Visit(shape.Body), row, shape.Parameters[1], shape.Parameters[2]);
    }

    private sealed class Swap(Expression from, Expression to) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
