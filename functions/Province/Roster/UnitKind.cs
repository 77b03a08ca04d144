using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>What kind of body a unit is.</summary>
[JsonConverter(typeof(CamelCaseEnum<UnitKind>))]
internal enum UnitKind
{
    /// <summary>Sở, or what ranks with one: the office of the Committee, the inspectorate.</summary>
    Department,

    /// <summary>Ban.</summary>
    Board,

    /// <summary>Ngành.</summary>
    Sector,

    /// <summary>Đoàn thể.</summary>
    MassOrganization,

    /// <summary>Chi cục, or a board below a department.</summary>
    SubDepartment,

    /// <summary>Quỹ.</summary>
    Fund,

    /// <summary>Liên minh hợp tác xã.</summary>
    CooperativeAlliance,

    /// <summary>Ban quản lý dự án, khu công nghiệp, vườn quốc gia.</summary>
    ManagementBoard,

    /// <summary>Cục thuộc trung ương đóng trên địa bàn.</summary>
    CentralAgencyBranch,

    /// <summary>Xã, phường, đặc khu: clusters are made of them.</summary>
    Locality,

    /// <summary>Doanh nghiệp.</summary>
    Enterprise,
}
