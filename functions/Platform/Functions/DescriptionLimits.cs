using System.ComponentModel.DataAnnotations;
using System.Reflection;
using EmulationFunctions.Common;
using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <summary>Limits that the framework does not put into the description by itself: of ids, and of the items of a list.</summary>
internal static class DescriptionLimits
{
    public static void Describe(OpenApiSchema schema, ICustomAttributeProvider member)
    {
        var isList = schema.Type?.HasFlag(JsonSchemaType.Array) == true;
        if ((isList ? schema.Items : schema) is not OpenApiSchema text)
        {
            return;
        }

        if (Find<StringLengthAttribute>(member) is { } length && isList)
        {
            (schema.MaxLength, schema.MinLength) = (null, null);
            (text.MaxLength, text.MinLength) = (length.MaximumLength, length.MinimumLength > 0 ? length.MinimumLength : null);
        }

        if (Find<SlugAttribute>(member) is not null)
        {
            (text.Pattern, text.MaxLength) = (Slug.Form, Slug.MaximumLength);
        }

        if (Find<LongestAttribute>(member) is { } longest)
        {
            text.MaxLength = longest.Letters;
        }
    }

    private static T? Find<T>(ICustomAttributeProvider member)
        where T : Attribute => member.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().FirstOrDefault();
}
