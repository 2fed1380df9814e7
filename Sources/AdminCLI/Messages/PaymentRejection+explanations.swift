import StartupEligibility

extension PaymentRejection {
    public static var explanations: [Explanation] { ordering + answers + back }

    private static let ordering = [
        Explanation(
            "PAY01",
            "申领的每一笔只付一次，无论由谁、从哪里下单；退票的才能再付。",
            "Each part of a claim is paid once, whoever orders it and wherever; only what came back is ordered again."
        ),
        Explanation(
            "PAY02",
            "付款前须设置本人的、或其单位的收款账户。",
            "The person's own account, or the organization's, is set before a payment."
        ),
        Explanation(
            "PAY03",
            "退回的款项须更正账户后再付，否则会再次退回。",
            "What came back is paid to a corrected account, else it would come back again."
        ),
        Explanation("PAY04", "重付只用于退票的申领。", "A retry is for claims whose money came back."),
        Explanation("PAY05", "按月发放的，每月一笔，不提前付。", "A monthly benefit is one payment a month, none before its month."),
        Explanation(
            "PAY06",
            "贷款贴息按季度付息结算，从核定额中支付。",
            "A loan's subsidy is paid by the quarters in which interest falls due, out of the award."
        ),
        Explanation(
            "PAY07",
            "设置账户的人不能向它付款，须两人分开。只有示例库例外。",
            "Who set an account does not order payments to it: two people. Only sample databases waive this."
        ),
        Explanation(
            "PAY08",
            "已导出的批次可能已送银行，不能撤回；结果以回盘为准。",
            "An exported batch may be at the bank and is not taken back."
        ),
        Explanation("PAY09", "先导出付款文件，再导入银行的回盘。", "A batch is exported before the bank's answer is taken."),
        Explanation(
            "PAY10",
            "导出先入日志并提交，账号随后解密；预演和事务中不给出账号。",
            "An export is logged and committed before accounts are opened; none are opened in a rehearsal or a transaction."
        ),
        Explanation("PAY19", "批次和追回的编号全区域唯一。", "Codes of batches and clawbacks are unique in the region."),
        Explanation(
            "PAY20",
            "下单后收款人、申领、金额不再改动；错了就撤回批次。",
            "What was ordered never changes; a wrong batch is taken back."
        ),
        Explanation("PAY21", "已核准的申领才能付款。", "Only approved claims are paid."),
        Explanation("PAY22", "付款和追回都不超过核定额。", "Neither payments nor returns exceed the award."),
        Explanation(
            "PAY23",
            "数据库的约束不允许这样的数据；请连同规则名报告。",
            "A constraint of the database refuses the data; please report the rule's name."
        ),
    ]

    private static let answers = [
        Explanation("PAY11", "回盘文件中每笔付款只能出现一次。", "Each payment stands once in a bank's file."),
        Explanation("PAY12", "回盘文件只能含本批次的付款。", "A bank's file holds payments of its batch only."),
        Explanation(
            "PAY13",
            "回盘的收款人、账号、金额须与所发一致；已退票的不能再报成功；日期在下单日与今天之间。",
            """
            Holder, account and amount are those that were sent; what came back is not paid afterwards; days lie between \
            the order and today.
            """
        ),
        Explanation(
            "PAY14",
            "回盘须包括批次中全部未结的付款，除非注明分次。",
            "A bank's file answers for all payments that are open, unless it is partial."
        ),
    ]

    private static let back = [
        Explanation("PAY15", "追回不超过已付而尚未追回的数额。", "What is claimed back was paid, and is not claimed back already."),
        Explanation("PAY16", "到账累计不超过追回金额。", "What came back in all is at most what was claimed back."),
        Explanation("PAY17", "每个银行流水号只入账一次。", "A bank's reference is booked once."),
        Explanation("PAY18", "首期应还日不早于今天；到账日不晚于今天。", "The first instalment is due from today on; money came by today."),
    ]
}
