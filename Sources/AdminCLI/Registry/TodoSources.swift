import Casework
import ProjectHandoff
import StartupEligibility
import TalentEnrollment
import TrainingSchedule

/// What every module contributes to the list of what is due.
enum TodoSources {
    static let all: [TodoSource] = [.casework, .enrollment, .schedule, .eligibility, .handoff]
}
