using Microsoft.Playwright;

namespace Dukcapil.Studio.Tests.Peranti;

/// <summary>An installation with example officers, and the browser in which they open it.</summary>
internal interface ITempatPeramban
{
    /// <summary>The origin.</summary>
    Uri Alamat { get; }

    /// <summary>Password of the example officers.</summary>
    string Sandi { get; }

    /// <summary>The browser.</summary>
    IBrowser Browser { get; }
}
