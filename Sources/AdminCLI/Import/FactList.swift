import StartupEligibility
import Store
import Zones

/// The lists that other offices send.
enum FactList: String, CaseIterable {
    /// Months of social insurance, from the insurance office.
    case insurance
    /// Who was hired, from the employment office or the employer.
    case hires
    /// Registered firms, from the market supervision office.
    case registrations

    var columns: [ImportColumn] {
        switch self {
        case .insurance: InsuranceSheet.columns
        case .hires: HireSheet.columns
        case .registrations: RegistrationSheet.columns
        }
    }

    /// What a row says; nil in a row that is unfit, whose findings say why.
    func row(_ sheet: inout SheetRow, today: Day) -> FactStore.ImportRow? {
        switch self {
        case .insurance: InsuranceSheet.row(&sheet, today: today)
        case .hires: HireSheet.row(&sheet, today: today)
        case .registrations: RegistrationSheet.row(&sheet, today: today)
        }
    }

    /// Columns that lists have and nobody needs.
    static let ignored = [ImportColumn("number", ["序号", "No"]), ImportColumn("note", ["备注", "说明"])]
    static let idNumber = ImportColumn("id_number", ["身份证号", "身份证号码", "居民身份证号", "公民身份号码", "证件号码", "社会保障号码"])
    static let creditCode = ImportColumn("credit_code", ["统一社会信用代码", "信用代码"])
}
