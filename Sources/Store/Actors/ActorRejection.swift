import Postgres

/// Every way in which the register of logins and roles says no.
public enum ActorRejection: Rejection {
    /// `COR50`: the login is there and open.
    case loginTaken(login: String)
    /// `COR51`: not a name for a login or a user of the operating system.
    case nameNotAllowed(name: String)
    /// `COR52`: the server has a role of that name for another purpose.
    case loginOfAnotherPurpose(login: String)
    /// `COR53`: nobody grants to, or closes, themselves.
    case oneself(login: String)
    /// `COR54`: the person works for other zones too.
    case worksElsewhere(login: String)
    /// `COR55`: the region would be left without an administrator.
    case lastAdministrator(login: String)
    /// `COR56`: the joint office looks across zones and acts for none: one login is not both.
    case jointOfficeApart
    /// `COR57`: a stand-in takes a role that the absent person has, for a time that ends.
    case standIn(absent: String, role: String)
    /// `COR58`: the login has that role in that zone at that time.
    case heldAlready

    public var code: String {
        switch self {
        case .loginTaken: "COR50"
        case .nameNotAllowed: "COR51"
        case .loginOfAnotherPurpose: "COR52"
        case .oneself: "COR53"
        case .worksElsewhere: "COR54"
        case .lastAdministrator: "COR55"
        case .jointOfficeApart: "COR56"
        case .standIn: "COR57"
        case .heldAlready: "COR58"
        }
    }

    public static let rules = [
        "officer_once", "login_form", "officer_os_user_form", "login_of_a_person", "officer_not_oneself",
        "membership_granted_by_another", "officer_of_one_zone", "administrator_remains", "joint_office_apart",
        "membership_joint_office_of_the_region", "stand_in_for_a_role_held", "membership_stand_in_is_another",
        "membership_stand_in_ends", "membership_once_per_period", "officer_pkey", "officer_closed_after_opened",
    ]

    public static func refusing(_ rule: String, facts: [String]) -> ActorRejection? {
        let facts = Facts(facts)
        switch rule {
        case "officer_once", "officer_pkey", "officer_closed_after_opened": return .loginTaken(login: facts[0])
        case "login_form", "officer_os_user_form": return .nameNotAllowed(name: facts[0])
        case "login_of_a_person": return .loginOfAnotherPurpose(login: facts[0])
        case "officer_not_oneself", "membership_granted_by_another": return .oneself(login: facts[0])
        case "officer_of_one_zone": return .worksElsewhere(login: facts[0])
        case "administrator_remains": return .lastAdministrator(login: facts[0])
        case "joint_office_apart", "membership_joint_office_of_the_region": return .jointOfficeApart
        case "stand_in_for_a_role_held", "membership_stand_in_is_another", "membership_stand_in_ends":
            return .standIn(absent: facts[0], role: facts[1])
        case "membership_once_per_period": return .heldAlready
        default: return nil
        }
    }
}
