import Casework

extension CountSource {
    /// Enrollments and cohorts by state.
    public static let enrollment = CountSource("enrollment") {
        """
        select 'enrollment', e.state, count(*),
            min(e.applied_at) filter (where e.state in ('applied', 'under_review', 'waitlisted', 'admitted'))
        from enrollment.enrollment e group by 2
        union all
        select 'cohort', case when c.evaluated_on is null then 'open' else 'evaluated' end, count(*), null
        from enrollment.cohort c group by 2
        order by 1, 2
        """
    }
}
