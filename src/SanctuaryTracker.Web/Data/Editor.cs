using Microsoft.AspNetCore.Identity;

namespace SanctuaryTracker.Data;

/// <summary>Someone who may change the record.</summary>
public sealed class Editor : IdentityUser;
